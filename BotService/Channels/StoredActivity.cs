using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using SupportBot.Conversations;

namespace SupportBot.Channels;

/// <summary>
/// How an activity lies in the log and comes out again. What the channel assigns at commit (id, timestamp, the sequence in
/// channelData) is left out of the stored JSON and spliced in when it is sent, so nothing is parsed again on the way out.
/// </summary>
internal static class StoredActivity
{
    private const string SequenceKey = "webchat:sequence-id";

    /// <summary>The id of a message in its conversation, as every client sees it.</summary>
    public static string IdOf(string conversationId, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");

    /// <summary>The stored form.</summary>
    /// <exception cref="JsonException">The activity holds text that is not Unicode (a lone surrogate).</exception>
    public static NewMessage ToMessage(Activity activity, Sender sender)
    {
        try
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(activity with { Id = null, Timestamp = null, ChannelData = null }, WireJson.Compact.Activity);
            byte[]? channelData = activity.ChannelData is { } data ? JsonSerializer.SerializeToUtf8Bytes(data, WireJson.Compact.JsonElement) : null;
            return new NewMessage(sender, body) { ChannelData = channelData };
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("The text is not valid Unicode.", error);
        }
    }

    /// <summary>Tells a repeat from another message under the same client id: what the sender said, without when and where.</summary>
    public static long Fingerprint(Activity activity, IReadOnlyList<StoredFile> files)
    {
        // A repeated upload gets new addresses for the same files: compare the files themselves.
        bool uploaded = files.Count > 0;
        Activity said = new()
        {
            Type = activity.Type,
            Name = activity.Name,
            Text = activity.Text,
            Value = activity.Value,
            Attachments = uploaded ? null : activity.Attachments,
        };
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(said, WireJson.Compact.Activity));
        foreach (StoredFile file in files)
        {
            hash.AppendData(file.Content);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }

    public static Activity Read(Message message) =>
        JsonSerializer.Deserialize(message.Body, WireJson.Compact.Activity) ?? throw new InvalidDataException("A stored message is empty.");

    /// <summary>Writes the activity as clients get it.</summary>
    public static void Write(Message message, IBufferWriter<byte> output)
    {
        // Ids of conversations hold no character that JSON would escape (see ConversationKey).
        Span<byte> head = output.GetSpan((message.ConversationId.Length * 3) + 120);
        Utf8.TryWrite(head, CultureInfo.InvariantCulture, $"{{\"id\":\"{message.ConversationId}|{message.Sequence:D7}\",\"timestamp\":\"{message.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\",\"channelData\":", out int written);
        output.Advance(written);
        WriteChannelData(message, output);
        if (message.Body.Length > 2)
        {
            output.Write(","u8);
        }

        output.Write(message.Body.AsSpan(1));
    }

    /// <summary>Writes <c>{"activities":[…],"watermark":"…"}</c>; the watermark is left out when null.</summary>
    public static void WriteSet(IEnumerable<Message> messages, long? watermark, IBufferWriter<byte> output)
    {
        output.Write("{\"activities\":["u8);
        bool first = true;
        foreach (Message message in messages)
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            Write(message, output);
        }

        if (watermark is { } mark)
        {
            Utf8.TryWrite(output.GetSpan(64), CultureInfo.InvariantCulture, $"],\"watermark\":\"{mark}\"}}", out int written);
            output.Advance(written);
        }
        else
        {
            output.Write("]}"u8);
        }
    }

    private static void WriteChannelData(Message message, IBufferWriter<byte> output)
    {
        if (message.ChannelData is { } other && other[0] != (byte)'{')
        {
            output.Write(other);
            return;
        }

        Utf8.TryWrite(output.GetSpan(64), CultureInfo.InvariantCulture, $"{{\"{SequenceKey}\":{message.Sequence}", out int written);
        output.Advance(written);
        if (message.ChannelData is { Length: > 2 } data)
        {
            output.Write(","u8);
            output.Write(data.AsSpan(1));
        }
        else
        {
            output.Write("}"u8);
        }
    }
}
