using System.Text.Json;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;

namespace SupportBot.Storage.Postgres;

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
          c.id, c.channel, c.user_id, c.created_at, s.name, coalesce(a.heard, 0) - coalesce(r.heard, 0), coalesce(a.revision, 0),
          coalesce((select json_agg(tag order by tag)::text from assignment_tag t where t.conversation_id = c.id), '[]'), {key},
          case when a.conversation_id is null then c.state end, c.owner,
          k.id, k.name, coalesce(k.vip, 0), k.blocked_reason is not null and (k.blocked_until is null or k.blocked_until > extract(epoch from now()) * 1000),
          {MessageRow.Columns}
        from {source}
        left join staff s on s.id = a.agent_id
        left join message m on m.conversation_id = c.id and m.sequence = c.last_sequence
        left join customer_conversation kc on kc.conversation_id = c.id
        left join customer k on k.id = kc.customer_id
        left join desk_read r on r.conversation_id = c.id and r.agent_id = {reader}
        """;

    public static DeskConversation Read(NpgsqlDataReader row)
    {
        string id = row.GetString(21);
        return new DeskConversation
        {
            Assignment = row.IsDBNull(0)
                ? new Assignment { ConversationId = id, Channel = row.GetString(22), Owner = (Owner)row.GetInt64(31), Locale = LocaleOf(row.OptionalBlob(30)) }
                : AssignmentRows.Read(id, row),
            UserId = row.OptionalText(23),
            Shopper = new ShopperDocument(row.OptionalText(23) ?? "", row.OptionalText(33), row.OptionalText(32), row.GetInt64(34) != 0, row.GetBoolean(35)),
            CreatedAt = row.Time(24),
            AgentName = row.OptionalText(25),
            Unread = Math.Max(0, row.GetInt64(26)),
            Revision = row.GetInt64(27),
            Tags = row.Texts(28),
            Key = row.GetInt64(29),
            Last = row.IsDBNull(36) ? null : MessageRow.Read(row, 36),
        };
    }

    // The dialogs' state is the bot's own; of a conversation that people never had it alone knows the language.
    private static string? LocaleOf(byte[]? state)
    {
        if (state is not { Length: > 0 })
        {
            return null;
        }

        using JsonDocument read = JsonDocument.Parse(state);
        return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("locale", out JsonElement locale) && locale.ValueKind == JsonValueKind.String ? locale.GetString() : null;
    }
}
