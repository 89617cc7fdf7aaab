using System.Text.Json;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;

namespace SupportBot.Storage.Sqlite;

/// <summary>How the desk's rows are selected and read; the statement stands with whoever filters and orders them.</summary>
internal static class DeskRows
{
    /// <summary>The columns and tables of a list; what it shows and in which order follows behind.</summary>
    /// <param name="key">What the rows are ordered by.</param>
    /// <param name="source"><c>assignment a join conversation c</c> or the reverse with a left join.</param>
    /// <param name="reader">The expression of the reader's id.</param>
    public static string Select(string key, string source, string reader) => $"""
        select a.channel, a.owner, a.status, a.agent_id, a.team_id, a.skill, a.priority, a.locale, a.reason, a.summary, a.queued_at, a.placed_at, a.waiting_since,
          a.waiting_sequence, a.offered_to, a.offered_until, a.passed_by, a.snoozed_until, a.ended_at, a.announced_at, a.announced,
          c.id, c.channel, c.user_id, c.created_at, s.name, m.sequence, m.at, m.sender, m.client_id, m.reply_to, m.body, m.channel_data,
          coalesce(a.heard, 0) - coalesce(r.heard, 0), coalesce(a.revision, 0),
          (select json_group_array(tag) from assignment_tag t where t.conversation_id = c.id), {key},
          case when a.conversation_id is null then json_extract(cast(c.state as text), '$.locale') end, c.owner,
          k.id, k.name, coalesce(k.vip, 0), k.blocked_reason is not null and (k.blocked_until is null or k.blocked_until > unixepoch() * 1000)
        from {source}
        left join staff s on s.id = a.agent_id
        left join message m on m.conversation_id = c.id and m.sequence = c.last_sequence
        left join customer_conversation kc on kc.conversation_id = c.id
        left join customer k on k.id = kc.customer_id
        left join desk_read r on r.conversation_id = c.id and r.agent_id = {reader}
        """;

    public static List<DeskConversation> Read(SqliteConnection connection, string sql, Action<PreparedStatement> bind)
    {
        using PreparedStatement statement = new(connection, sql);
        bind(statement);
        using PreparedStatement.Rows row = statement.Query();
        List<DeskConversation> found = [];
        while (row.Next())
        {
            found.Add(Read(row));
        }

        return found;
    }

    private static DeskConversation Read(PreparedStatement.Rows row)
    {
        string id = row.Text(21);
        return new DeskConversation
        {
            Assignment = row.OptionalText(0) is null
                ? new Assignment { ConversationId = id, Channel = row.Text(22), Owner = (Owner)row.Integer(38), Locale = row.OptionalText(37) }
                : AssignmentTable.Read(id, row),
            UserId = row.OptionalText(23),
            Shopper = new ShopperDocument(row.OptionalText(23) ?? "", row.OptionalText(40), row.OptionalText(39), row.Integer(41) != 0, row.Integer(42) != 0),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(24)),
            AgentName = row.OptionalText(25),
            Last = row.OptionalInteger(26) is { } sequence
                ? new Message(id, sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(27)), (Sender)row.Integer(28), row.OptionalText(29), row.Integer(30), row.Blob(31), row.OptionalBlob(32))
                : null,
            Unread = Math.Max(0, row.Integer(33)),
            Revision = row.Integer(34),
            Tags = JsonSerializer.Deserialize(row.Text(35), StoredJson.Default.IReadOnlyListString) ?? [],
            Key = row.Integer(36),
        };
    }
}
