using System.Security.Cryptography;
using System.Text.Json;

namespace SupportBot.Access.Audit;

/// <summary>A written row of the audit, chained to the one before by its hash.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="At">When it was written.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Hash">Over the hash of the row before and everything in this one.</param>
internal sealed record AuditRecord(long Id, DateTimeOffset At, AuditEntry Entry, byte[] Hash)
{
    /// <summary>The hash before the first row.</summary>
    public static byte[] Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] HashOf(byte[] before, long id, DateTimeOffset at, AuditEntry entry)
    {
        // As a JSON array no two different rows have the same bytes.
        using MemoryStream bytes = new();
        bytes.Write(before);
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(id);
            writer.WriteNumberValue(at.ToUnixTimeMilliseconds());
            writer.WriteStringValue(entry.ActorId);
            writer.WriteStringValue(entry.ActorName);
            writer.WriteStringValue(entry.Action);
            writer.WriteStringValue(entry.Target);
            writer.WriteStringValue(entry.Detail);
            writer.WriteEndArray();
        }

        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
