using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>What an upload holds, read with every size bounded.</summary>
internal sealed class UploadedParts(DirectLineOptions options)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MaxName = 255;

    private int total;

    public List<StoredFile> Files { get; } = [];

    public Activity? Activity { get; private set; }

    public async Task<IResult?> ReadRawAsync(HttpRequest request, CancellationToken cancellation)
    {
        string header = request.Headers.ContentDisposition.ToString();

        // The protocol's own examples leave the type of the disposition out.
        return ContentDispositionHeaderValue.TryParse(header, out ContentDispositionHeaderValue? disposition) || ContentDispositionHeaderValue.TryParse($"attachment; {header}", out disposition)
            ? await AddAsync(request.ContentType, NameOf(disposition), request.Body, cancellation)
            : WireError.BadRequest("Send multipart, or one file with a Content-Disposition header that names it.");
    }

    public async Task<IResult?> ReadMultipartAsync(string boundary, Stream body, CancellationToken cancellation)
    {
        MultipartReader reader = new(boundary, body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                IResult? refusal = section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true
                    ? await ReadActivityAsync(section.Body, cancellation)
                    : await AddAsync(section.ContentType, NameOf(section.GetContentDispositionHeader()), section.Body, cancellation);
                if (refusal is not null)
                {
                    return refusal;
                }
            }

            return null;
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return WireError.BadRequest("The multipart body is broken off or malformed.");
        }
    }

    private async Task<IResult?> ReadActivityAsync(Stream body, CancellationToken cancellation)
    {
        byte[]? json = await ReadAsync(body, ActivityReader.MaxBytes, cancellation);
        if (json is null)
        {
            return WireError.TooLarge(ActivityReader.MaxBytes);
        }

        Activity = ActivityReader.Parse(new ReadOnlySequence<byte>(json));
        return Activity is null ? WireError.BadRequest("The part with the activity is not an activity in JSON.") : null;
    }

    private async Task<IResult?> AddAsync(string? contentType, string name, Stream body, CancellationToken cancellation)
    {
        if (Files.Count == options.MaxFilesPerUpload)
        {
            return WireError.BadRequest($"At most {options.MaxFilesPerUpload} files can be sent at once.");
        }

        byte[]? content = await ReadAsync(body, options.MaxUploadBytes - total, cancellation);
        if (content is null)
        {
            return WireError.TooLarge(options.MaxUploadBytes);
        }

        if (content.Length > 0)
        {
            total += content.Length;
            string type = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed) ? parsed.MediaType.ToString() : "application/octet-stream";
            Files.Add(new StoredFile(DirectLineTokens.NewId(), type, name, content));
        }

        return null;
    }

    private static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using MemoryStream content = new();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int count;
            while ((count = await body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (content.Length + count > limit)
                {
                    return null;
                }

                content.Write(buffer, 0, count);
            }

            return content.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The name is only ever shown: no path, no control characters.
    private static string NameOf(ContentDispositionHeaderValue? disposition)
    {
        string given = disposition?.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value ?? "";
        string last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        string clean = new([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]);
        return clean.Length == 0 ? "file" : clean[..Math.Min(clean.Length, MaxName)];
    }
}
