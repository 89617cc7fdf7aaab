using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportBot.Channels.DirectLine;

/// <summary>Reads a small JSON body that may as well be absent.</summary>
internal static class OptionalBody
{
    private const int MaxBytes = 16 * 1024;

    /// <returns>False when there is a body and it is not the document.</returns>
    public static async ValueTask<(bool Read, T? Document)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        using MemoryStream body = new();
        byte[] buffer = new byte[4096];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + count > MaxBytes)
            {
                return (false, null);
            }

            body.Write(buffer, 0, count);
        }

        try
        {
            return (true, body.Length == 0 ? null : JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), type));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (false, null);
        }
    }
}
