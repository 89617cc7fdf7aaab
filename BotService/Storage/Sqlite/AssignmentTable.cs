using System.Text.Json;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Sqlite;

/// <summary>Assignments, read and written inside the commit loop's transaction.</summary>
internal sealed class AssignmentTable(SqliteConnection connection) : IDisposable
{
    private const string Columns = "channel, owner, status, agent_id, team_id, skill, priority, locale, reason, summary, queued_at, placed_at, waiting_since, waiting_sequence, offered_to, offered_until, passed_by, snoozed_until, ended_at, announced_at, announced";

    private readonly PreparedStatement find = new(connection, $"select {Columns} from assignment where conversation_id = ?1");
    private readonly PreparedStatement channel = new(connection, "select channel from conversation where id = ?1");
    private readonly PreparedStatement save = new(connection, $"""
        insert into assignment (conversation_id, {Columns}, heard, last_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
        on conflict (conversation_id) do update set
          owner = ?3, status = ?4, agent_id = ?5, team_id = ?6, skill = ?7, priority = ?8, locale = ?9, reason = ?10, summary = ?11, queued_at = ?12, placed_at = ?13,
          waiting_since = ?14, waiting_sequence = ?15, offered_to = ?16, offered_until = ?17, passed_by = ?18, snoozed_until = ?19, ended_at = ?20, announced_at = ?21,
          announced = ?22, heard = heard + ?23, last_at = max(last_at, ?24), revision = revision + 1
        """);

    private readonly PreparedStatement touch = new(connection, "update assignment set heard = heard + ?2, last_at = ?3, waiting_since = ?4, waiting_sequence = ?5, revision = revision + 1 where conversation_id = ?1");

    public Assignment? Find(string conversationId)
    {
        using PreparedStatement.Rows row = find.Bind(conversationId).Query();
        return row.Next() ? Read(conversationId, row) : null;
    }

    /// <summary>An assignment for a conversation that people have never had.</summary>
    public Assignment Begin(string conversationId, string? openedThrough)
    {
        using PreparedStatement.Rows row = channel.Bind(conversationId).Query();
        return new Assignment { ConversationId = conversationId, Channel = row.Next() ? row.Text(0) : openedThrough ?? "" };
    }

    /// <summary>Writes it, the number of messages the shopper has added, and the time of the last message.</summary>
    public void Save(Assignment? before, Assignment after, int heard, long lastAt)
    {
        // Most writes are a message between the same two people.
        if (before is not null && before with { WaitingSince = after.WaitingSince, WaitingSequence = after.WaitingSequence } == after)
        {
            touch.Bind(after.ConversationId).Bind(heard).Bind(lastAt).Bind(Milliseconds(after.WaitingSince)).Bind(after.WaitingSequence).Execute();
            return;
        }

        save.Bind(after.ConversationId).Bind(after.Channel).Bind((long)after.Owner).Bind((long)after.Status).Bind(after.AgentId).Bind(after.TeamId).Bind(after.Skill)
            .Bind((long)after.Priority).Bind(after.Locale).Bind(after.Reason).Bind(after.Summary).Bind(Milliseconds(after.QueuedAt)).Bind(Milliseconds(after.PlacedAt))
            .Bind(Milliseconds(after.WaitingSince)).Bind(after.WaitingSequence).Bind(after.OfferedTo).Bind(Milliseconds(after.OfferedUntil))
            .Bind(JsonSerializer.Serialize(after.PassedBy, StoredJson.Default.IReadOnlyListString)).Bind(Milliseconds(after.SnoozedUntil)).Bind(Milliseconds(after.EndedAt))
            .Bind(Milliseconds(after.AnnouncedAt)).Bind(after.Announced).Bind(heard).Bind(lastAt).Execute();
    }

    public void Dispose()
    {
        find.Dispose();
        channel.Dispose();
        save.Dispose();
        touch.Dispose();
    }

    public static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    /// <summary>From a row that begins with the columns above, in their order.</summary>
    public static Assignment Read(string conversationId, PreparedStatement.Rows row) => new()
    {
        ConversationId = conversationId,
        Channel = row.Text(0),
        Owner = (Owner)row.Integer(1),
        Status = (AssignmentStatus)row.Integer(2),
        AgentId = row.OptionalText(3),
        TeamId = row.OptionalText(4),
        Skill = row.OptionalText(5),
        Priority = (HandOffPriority)row.Integer(6),
        Locale = row.OptionalText(7),
        Reason = row.OptionalText(8),
        Summary = row.OptionalText(9),
        QueuedAt = row.OptionalTime(10),
        PlacedAt = row.OptionalTime(11),
        WaitingSince = row.OptionalTime(12),
        WaitingSequence = row.OptionalInteger(13),
        OfferedTo = row.OptionalText(14),
        OfferedUntil = row.OptionalTime(15),
        PassedBy = JsonSerializer.Deserialize(row.Text(16), StoredJson.Default.IReadOnlyListString) ?? [],
        SnoozedUntil = row.OptionalTime(17),
        EndedAt = row.OptionalTime(18),
        AnnouncedAt = row.OptionalTime(19),
        Announced = (int?)row.OptionalInteger(20),
    };
}
