using Npgsql;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>How a message is selected, from <c>message m</c>, and read.</summary>
internal static class MessageRow
{
    public const string Columns = "m.conversation_id, m.sequence, m.at, m.sender, m.client_id, m.reply_to, m.body, m.channel_data";

    /// <summary>From the column on at which <see cref="Columns"/> begin.</summary>
    public static Message Read(NpgsqlDataReader row, int from) => new(
        row.GetString(from),
        row.GetInt64(from + 1),
        row.Time(from + 2),
        (Sender)row.GetInt64(from + 3),
        row.OptionalText(from + 4),
        row.GetInt64(from + 5),
        row.GetFieldValue<byte[]>(from + 6),
        row.OptionalBlob(from + 7));
}
