using System.Text.Json;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Postgres;

/// <summary>How assignments are read and written.</summary>
internal static class AssignmentRows
{
    public const string Names = "channel, owner, status, agent_id, team_id, skill, priority, locale, reason, summary, queued_at, placed_at, waiting_since, waiting_sequence, offered_to, offered_until, passed_by, snoozed_until, ended_at, announced_at, announced";

    public const string Find = $"select {Names}, conversation_id from assignment where conversation_id = any ($1)";

    private const string Write = $"""
        insert into assignment (conversation_id, {Names}, heard, last_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
        on conflict (conversation_id) do update set
          owner = $3, status = $4, agent_id = $5, team_id = $6, skill = $7, priority = $8, locale = $9, reason = $10, summary = $11, queued_at = $12, placed_at = $13,
          waiting_since = $14, waiting_sequence = $15, offered_to = $16, offered_until = $17, passed_by = $18, snoozed_until = $19, ended_at = $20, announced_at = $21,
          announced = $22, heard = assignment.heard + $23, last_at = greatest(assignment.last_at, $24), revision = assignment.revision + 1
        """;

    private const string Touch = "update assignment set heard = heard + $2, last_at = $3, waiting_since = $4, waiting_sequence = $5, revision = revision + 1 where conversation_id = $1";

    /// <summary>Writes it, the number of messages the shopper has added, and the time of the last message.</summary>
    public static NpgsqlBatchCommand Save(Assignment? before, Assignment after, int heard, long lastAt)
    {
        // Most writes are a message between the same two people.
        if (before is not null && before with { WaitingSince = after.WaitingSince, WaitingSequence = after.WaitingSequence } == after)
        {
            NpgsqlBatchCommand touch = new(Touch);
            touch.Parameters.With(after.ConversationId).With(heard).With(lastAt).With(Milliseconds(after.WaitingSince)).With(after.WaitingSequence);
            return touch;
        }

        NpgsqlBatchCommand write = new(Write);
        write.Parameters.With(after.ConversationId).With(after.Channel).With((long)after.Owner).With((long)after.Status).With(after.AgentId).With(after.TeamId).With(after.Skill)
            .With((long)after.Priority).With(after.Locale).With(after.Reason).With(after.Summary).With(Milliseconds(after.QueuedAt)).With(Milliseconds(after.PlacedAt))
            .With(Milliseconds(after.WaitingSince)).With(after.WaitingSequence).With(after.OfferedTo).With(Milliseconds(after.OfferedUntil))
            .With(JsonSerializer.Serialize(after.PassedBy, StoredJson.Default.IReadOnlyListString)).With(Milliseconds(after.SnoozedUntil)).With(Milliseconds(after.EndedAt))
            .With(Milliseconds(after.AnnouncedAt)).With(after.Announced).With(heard).With(lastAt);
        return write;
    }

    /// <summary>From a row that begins with the columns above, in their order.</summary>
    public static Assignment Read(string conversationId, NpgsqlDataReader row) => new()
    {
        ConversationId = conversationId,
        Channel = row.GetString(0),
        Owner = (Owner)row.GetInt64(1),
        Status = (AssignmentStatus)row.GetInt64(2),
        AgentId = row.OptionalText(3),
        TeamId = row.OptionalText(4),
        Skill = row.OptionalText(5),
        Priority = (HandOffPriority)row.GetInt64(6),
        Locale = row.OptionalText(7),
        Reason = row.OptionalText(8),
        Summary = row.OptionalText(9),
        QueuedAt = row.OptionalTime(10),
        PlacedAt = row.OptionalTime(11),
        WaitingSince = row.OptionalTime(12),
        WaitingSequence = row.OptionalInteger(13),
        OfferedTo = row.OptionalText(14),
        OfferedUntil = row.OptionalTime(15),
        PassedBy = row.Texts(16),
        SnoozedUntil = row.OptionalTime(17),
        EndedAt = row.OptionalTime(18),
        AnnouncedAt = row.OptionalTime(19),
        Announced = (int?)row.OptionalInteger(20),
    };

    /// <summary>From a row of <see cref="Find"/>.</summary>
    public static (string Id, Assignment Assignment) ReadNamed(NpgsqlDataReader row) => (row.GetString(21), Read(row.GetString(21), row));

    public static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
