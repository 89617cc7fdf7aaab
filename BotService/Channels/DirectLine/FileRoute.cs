using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>Serves uploaded files. The unguessable id is the permission.</summary>
internal static class FileRoute
{
    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{fileId}", Get).RequireCors(DirectLineServices.Cors);

    private static async Task<IResult> Get(string fileId, HttpResponse response, IConversationStore store, CancellationToken cancellation)
    {
        if (await store.FileAsync(fileId, cancellation) is not { } file)
        {
            return WireError.Of(StatusCodes.Status404NotFound, "NotFound", "There is no such file.");
        }

        // Pictures are shown in the store's own pages.
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return FileAnswer.Of(file, response);
    }
}
