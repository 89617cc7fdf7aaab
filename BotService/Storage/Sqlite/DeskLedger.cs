using Microsoft.Data.Sqlite;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;

namespace SupportBot.Storage.Sqlite;

/// <summary>What a change of an assignment leaves behind in the same transaction: the journal's event, and the service it began, took up or ended.</summary>
internal sealed class DeskLedger(SqliteConnection connection, DeskOptions options) : IDisposable
{
    private readonly PreparedStatement journal = new(connection, "insert into desk_event (at, kind, conversation_id, first_sequence, last_sequence, agent_id, former_agent_id, everyone) values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly PreparedStatement begin = new(connection, "insert into service (conversation_id, channel, skill, queued_at) values (?1, ?2, ?3, ?4) on conflict do nothing");
    private readonly PreparedStatement accept = new(connection, "update service set agent_id = ?2, accepted_at = coalesce(accepted_at, ?3) where conversation_id = ?1 and ended_at is null");
    private readonly PreparedStatement answer = new(connection, "update service set answered_at = ?2 where conversation_id = ?1 and ended_at is null and answered_at is null");
    private readonly PreparedStatement end = new(connection, "update service set ended_at = ?2, outcome = ?3 where conversation_id = ?1 and ended_at is null");
    private readonly PreparedStatement agent = new(connection, """
        select coalesce(presence.state, 3), coalesce(presence.there_until, 0), json_extract(staff.work, '$.capacity')
        from staff left join presence on presence.agent_id = staff.id where staff.id = ?1 and staff.active = 1
        """);

    private readonly PreparedStatement load = new(connection, "select count(*), coalesce(sum(channel = ?2), 0) from assignment where owner = 2 and status = 0 and agent_id = ?1");
    private readonly PreparedStatement offers = new(connection, "select count(*), coalesce(sum(channel = ?2), 0) from assignment where offered_to = ?1 and conversation_id <> ?3");

    /// <summary>The agent's presence and free capacity for this conversation; what is offered to them counts as theirs.</summary>
    public AgentLoad LoadOf(string? agentId, Assignment assignment, DateTimeOffset now)
    {
        if (agentId is null)
        {
            return default;
        }

        using PreparedStatement.Rows row = agent.Bind(agentId).Query();
        if (!row.Next())
        {
            return default;
        }

        bool present = row.Integer(0) == 0 && row.Integer(1) > now.ToUnixTimeMilliseconds();
        (long held, long heldOfChannel) = Count(load.Bind(agentId).Bind(assignment.Channel));
        (long offered, long offeredOfChannel) = Count(offers.Bind(agentId).Bind(assignment.Channel).Bind(assignment.ConversationId));
        long capacity = row.OptionalInteger(2) ?? options.Capacity;
        long free = Math.Min(capacity - held - offered, options.CapacityOf(assignment.Channel) - heldOfChannel - offeredOfChannel);
        return new AgentLoad(present, (int)Math.Max(0, free));
    }

    /// <param name="before">The assignment before; null when people never had the conversation.</param>
    /// <param name="after">The assignment from now on.</param>
    /// <param name="first">The first message the write brought.</param>
    /// <param name="last">The last one; smaller than the first when it brought none.</param>
    /// <param name="now">The time.</param>
    public DeskNews Journal(Assignment? before, Assignment after, long first, long last, DateTimeOffset now)
    {
        DeskChange change = DeskChange.Of(before, after);
        journal.Bind(now.ToUnixTimeMilliseconds()).Bind(after.ConversationId).Bind(last < first ? null : first).Bind(last < first ? null : last)
            .Bind(change.Agent).Bind(change.FormerAgent).Bind(change.Everyone ? 1 : 0).Execute();
        return change.News;
    }

    /// <summary>Keeps the book of services.</summary>
    public void Account(Assignment? before, Assignment after, Move? move, DateTimeOffset now)
    {
        string id = after.ConversationId;
        long at = now.ToUnixTimeMilliseconds();
        Owner was = before?.Owner ?? Owner.Bot;
        if (was == Owner.Bot && after.Owner != Owner.Bot)
        {
            begin.Bind(id).Bind(after.Channel).Bind(after.Skill).Bind(at).Execute();
        }

        if (after.Owner == Owner.Agent && (was != Owner.Agent || before?.AgentId != after.AgentId))
        {
            accept.Bind(id).Bind(after.AgentId).Bind(at).Execute();
        }

        if (move is { Kind: MoveKind.Reply, OwnWords: true })
        {
            answer.Bind(id).Bind(at).Execute();
        }

        if (was != Owner.Bot && after.Owner == Owner.Bot)
        {
            end.Bind(id).Bind(at).Bind((long)DeskChange.OutcomeOf(move)).Execute();
        }
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (ReadOnlySpan<PreparedStatement>)[journal, begin, accept, answer, end, agent, load, offers])
        {
            statement.Dispose();
        }
    }

    private static (long All, long OfChannel) Count(PreparedStatement statement)
    {
        using PreparedStatement.Rows row = statement.Query();
        return row.Next() ? (row.Integer(0), row.Integer(1)) : (0, 0);
    }
}
