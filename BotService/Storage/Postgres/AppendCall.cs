using Npgsql;
using NpgsqlTypes;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>The call of <c>append_messages</c> for one write, and its answer.</summary>
internal static class AppendCall
{
    /// <summary>The answer that people are concerned: their rules have to be applied first.</summary>
    public const int ConcernsPeople = 6;

    private const string Sql = """
        select outcome, first_sequence, first_at, created
        from append_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
        """;

    /// <param name="append">The write.</param>
    /// <param name="now">The time.</param>
    /// <param name="ruledOwner">Who has the conversation from now on, when people's rules have been applied and the lease was looked at.</param>
    public static NpgsqlBatchCommand Of(Append append, DateTimeOffset now, Owner? ruledOwner = null)
    {
        NpgsqlBatchCommand command = new(Sql);
        NpgsqlParameterCollection values = command.Parameters;
        AddText(values, append.ConversationId);
        AddText(values, append.Opening?.Channel);
        AddText(values, Storable(append.Opening?.UserId));
        AddBytes(values, append.Opening?.Reference);
        AddNumber(values, now.ToUnixTimeMilliseconds());
        AddMessages(values, append.Messages, ruledOwner);
        AddNumber(values, append.Turn?.ExpectedVersion);
        AddBytes(values, append.Turn?.State);
        AddNumber(values, (long?)append.Turn?.Owner);
        values.Each(append.Turn?.Answered ?? [], sequence => sequence);
        values.Each(append.Outbox, item => item.Kind);
        values.Each(append.Outbox, item => (long)item.MessageIndex);
        values.Each(append.Outbox, item => item.Payload);
        values.Each(append.Files, file => file.Id);
        values.Each(append.Files, file => Storable(file.ContentType));
        values.Each(append.Files, file => Storable(file.Name));
        values.Each(append.Files, file => file.Content);
        values.Add(new NpgsqlParameter<bool> { TypedValue = ruledOwner is not null });
        AddText(values, ruledOwner is null ? append.Lease : null);
        return command;
    }

    public static async Task<(int Outcome, AppendResult Result)> ReadAsync(NpgsqlDataReader row)
    {
        await row.ReadAsync();
        int outcome = (int)row.GetInt64(0);
        return (outcome, outcome == ConcernsPeople ? default : new AppendResult(
            (AppendOutcome)outcome,
            row.IsDBNull(1) ? 0 : row.GetInt64(1),
            row.IsDBNull(2) ? default : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            outcome == (int)AppendOutcome.Stored && row.GetBoolean(3)));
    }

    /// <summary>A client may choose any text as an id or a name; PostgreSQL keeps none with U+0000 in it.</summary>
    public static string? Storable(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\u2400') : text;

    private static void AddMessages(NpgsqlParameterCollection values, IReadOnlyList<NewMessage> messages, Owner? ruledOwner)
    {
        values.Each(messages, message => (long)message.Sender);
        values.Each(messages, message => message.ReplyTo);
        values.Each(messages, message => Storable(message.ClientId));
        values.Each(messages, message => message.Fingerprint);
        values.Each(messages, message => message.TurnPending && ruledOwner != Owner.Agent ? 1L : 0L);
        values.Each(messages, message => message.Body);
        values.Each(messages, message => message.ChannelData);
    }

    private static void AddText(NpgsqlParameterCollection values, string? text) => values.Add(new NpgsqlParameter<string?> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });

    private static void AddBytes(NpgsqlParameterCollection values, byte[]? bytes) => values.Add(new NpgsqlParameter<byte[]?> { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });

    private static void AddNumber(NpgsqlParameterCollection values, long? number) => values.Add(new NpgsqlParameter<long?> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint });
}
