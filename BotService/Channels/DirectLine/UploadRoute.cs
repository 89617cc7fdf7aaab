using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SupportBot.Channels.DirectLine;

/// <summary>Sending files: the raw body of one file, or multipart with an optional activity before the files.</summary>
internal static class UploadRoute
{
    public static void MapUpload(this RouteGroupBuilder directLine) => directLine.MapPost("/conversations/{conversationId}/upload", Upload);

    private static async Task<IResult> Upload(
        string conversationId,
        HttpRequest request,
        DirectLineCaller caller,
        IncomingActivity incoming,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellation)
    {
        UploadedParts parts = new(options.Value);
        IResult? refusal = BoundaryOf(request) is { Length: > 0 } boundary
            ? await parts.ReadMultipartAsync(boundary, request.Body, cancellation)
            : await parts.ReadRawAsync(request, cancellation);
        if (refusal is not null || parts.Files.Count == 0)
        {
            return refusal ?? WireError.BadRequest("There is no file in the body.");
        }

        string prefix = $"{request.Scheme}://{request.Host}{request.PathBase}/files/";
        Activity activity = parts.Activity ?? new Activity { Type = ActivityTypes.Message };
        Attachment[] attachments = Attachments(activity.Attachments ?? [], [.. parts.Files.Select(file => new Attachment { ContentType = file.ContentType, ContentUrl = prefix + file.Id, Name = file.Name })]);
        return await incoming.AcceptAsync(conversationId, activity with { Attachments = attachments }, caller, parts.Files, cancellation);
    }

    // The official client describes in the activity the files that follow: such a description is filled in, not shown beside its file.
    private static Attachment[] Attachments(IReadOnlyList<Attachment> described, List<Attachment> files)
    {
        List<Attachment> attachments = [];
        foreach (Attachment attachment in described)
        {
            Attachment? file = attachment is { ContentUrl: null, Content: null } ? files.Find(file => file.Name == attachment.Name) : null;
            attachments.Add(file is null ? attachment : attachment with { ContentType = file.ContentType, ContentUrl = file.ContentUrl });
            files.Remove(file ?? attachment);
        }

        return [.. attachments, .. files];
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
