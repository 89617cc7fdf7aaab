using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>Hands out a file so that a browser never runs what was uploaded: pictures are shown, everything else is saved.</summary>
internal static class FileAnswer
{
    public static IResult Of(StoredFile file, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
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
