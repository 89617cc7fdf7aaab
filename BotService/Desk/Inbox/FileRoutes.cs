using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Channels.DirectLine;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>Files at the desk: a shopper's to look at, an agent's to send.</summary>
internal static class FileRoutes
{
    private const int LongestName = 200;

    public static void MapFiles(this RouteGroupBuilder desk)
    {
        desk.MapGet("/files/{fileId}", Get).WithSummary("A file of a conversation; only pictures are shown, everything else is handed out");
        desk.MapPost("/files", Post).RequirePermission(Permission.DeskReply).DisableAntiforgery().WithSummary("Upload a file to send with a message");
    }

    private static async Task<IResult> Get(string fileId, HttpResponse response, IConversationStore store, CancellationToken cancellation) =>
        await store.FileAsync(fileId, cancellation) is { } file ? FileAnswer.Of(file, response) : Refusal.NotFound;

    private static async Task<IResult> Post(HttpRequest request, IConversationStore store, IOptions<DeskOptions> options, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.ContentLength > options.Value.MaxUploadBytes + 16_384)
        {
            return Refusal.Invalid("file", "FileWrong");
        }

        IFormCollection form = await request.ReadFormAsync(new Microsoft.AspNetCore.Http.Features.FormOptions { MultipartBodyLengthLimit = options.Value.MaxUploadBytes, ValueCountLimit = 8 }, cancellation);
        if (form.Files is not [{ Length: > 0 } sent])
        {
            return Refusal.Invalid("file", "FileWrong");
        }

        using MemoryStream content = new((int)sent.Length);
        await sent.CopyToAsync(content, cancellation);
        string name = Path.GetFileName(sent.FileName.Replace('\\', '/'));
        string type = sent.ContentType is { Length: > 0 and <= 100 } given ? given : "application/octet-stream";
        StoredFile file = new(RandomId.New(), type, name.Length > LongestName ? name[^LongestName..] : name, content.ToArray());
        await store.KeepFileAsync(file, cancellation);
        return TypedResults.Created((string?)null, new FileDocument(file.Id, file.Name, file.ContentType));
    }
}

internal sealed record FileDocument(string FileId, string Name, string ContentType);
