using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportBot.Operation.Installation;

/// <summary>One row as one line of JSON: an array of its values, bytes as <c>{"b":"base64"}</c>. The same row is the same bytes, whatever database it came from.</summary>
internal static class ArchiveRow
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ArrayBufferWriter<byte> line, object?[] row)
    {
        using Utf8JsonWriter json = new(line, Compact);
        json.WriteStartArray();
        foreach (object? value in row)
        {
            Write(json, value);
        }

        json.WriteEndArray();
    }

    public static object?[] Read(ReadOnlySpan<byte> line)
    {
        Utf8JsonReader json = new(line);
        List<object?> row = [];
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            row.Add(json.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => json.GetString(),
                JsonTokenType.Number when json.TryGetInt64(out long whole) => whole,
                JsonTokenType.Number => json.GetDouble(),
                JsonTokenType.StartObject => Bytes(ref json),
                _ => throw new JsonException("A row holds null, numbers, texts and bytes only."),
            });
        }

        return [.. row];
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String("b"u8, bytes);
                json.WriteEndObject();
                break;
            case string text:
                // PostgreSQL keeps no U+0000.
                json.WriteStringValue(text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\u2400') : text);
                break;
            default:
                throw new InvalidDataException($"A column holds {value.GetType().Name}, for which archives have no form.");
        }
    }

    private static byte[] Bytes(ref Utf8JsonReader json)
    {
        json.Read();
        json.Read();
        byte[] bytes = json.GetBytesFromBase64();
        json.Read();
        return bytes;
    }
}
