using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>Serves uploaded files. The unguessable id is the permission; a browser is never allowed to run what was uploaded.</summary>
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

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return IsPicture(file)
            ? Results.Bytes(file.Content, file.ContentType)
            : Results.Bytes(file.Content, "application/octet-stream", file.Name);
    }

    // Only what begins like the picture it says it is; SVG is a document and never counts.
    private static bool IsPicture(StoredFile file) => file.ContentType switch
    {
        "image/png" => file.Content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]),
        "image/jpeg" => file.Content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/gif" => file.Content.AsSpan().StartsWith("GIF8"u8),
        "image/webp" => file.Content.AsSpan().StartsWith("RIFF"u8),
        _ => false,
    };
}
