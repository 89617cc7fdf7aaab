using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Storage.Postgres;

/// <summary>What a change of an assignment leaves behind in the same transaction: the journal's event, and the service it began, took up or ended.</summary>
internal static class DeskLedger
{
    private const string Event = "insert into desk_event (at, kind, conversation_id, first_sequence, last_sequence, agent_id, former_agent_id, everyone) values ($1, 0, $2, $3, $4, $5, $6, $7)";
    private const string Begin = "insert into service (conversation_id, channel, skill, queued_at) values ($1, $2, $3, $4) on conflict do nothing";
    private const string Accept = "update service set agent_id = $2, accepted_at = coalesce(accepted_at, $3) where conversation_id = $1 and ended_at is null";
    private const string Answer = "update service set answered_at = $2 where conversation_id = $1 and ended_at is null and answered_at is null";
    private const string End = "update service set ended_at = $2, outcome = $3 where conversation_id = $1 and ended_at is null";

    /// <param name="batch">Takes the statement.</param>
    /// <param name="before">The assignment before; null when people never had the conversation.</param>
    /// <param name="after">The assignment from now on.</param>
    /// <param name="first">The first message the write brought.</param>
    /// <param name="last">The last one; smaller than the first when it brought none.</param>
    /// <param name="now">The time.</param>
    public static DeskNews Journal(NpgsqlBatch batch, Assignment? before, Assignment after, long first, long last, DateTimeOffset now)
    {
        DeskChange change = DeskChange.Of(before, after);
        Add(batch, Event).With(now.ToUnixTimeMilliseconds()).With(after.ConversationId).With(last < first ? (long?)null : first).With(last < first ? (long?)null : last)
            .With(change.Agent).With(change.FormerAgent).With(change.Everyone ? 1 : 0);
        return change.News;
    }

    /// <summary>Keeps the book of services.</summary>
    public static void Account(NpgsqlBatch batch, Assignment? before, Assignment after, Move? move, DateTimeOffset now)
    {
        string id = after.ConversationId;
        long at = now.ToUnixTimeMilliseconds();
        Owner was = before?.Owner ?? Owner.Bot;
        if (was == Owner.Bot && after.Owner != Owner.Bot)
        {
            Add(batch, Begin).With(id).With(after.Channel).With(after.Skill).With(at);
        }

        if (after.Owner == Owner.Agent && (was != Owner.Agent || before?.AgentId != after.AgentId))
        {
            Add(batch, Accept).With(id).With(after.AgentId).With(at);
        }

        if (move is { Kind: MoveKind.Reply, OwnWords: true })
        {
            Add(batch, Answer).With(id).With(at);
        }

        if (was != Owner.Bot && after.Owner == Owner.Bot)
        {
            Add(batch, End).With(id).With(at).With((long)DeskChange.OutcomeOf(move));
        }
    }

    /// <summary>Adds a statement whose parameters follow.</summary>
    public static NpgsqlParameterCollection Add(NpgsqlBatch batch, string sql)
    {
        NpgsqlBatchCommand command = new(sql);
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }
}
