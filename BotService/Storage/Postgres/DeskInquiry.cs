using Npgsql;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;

namespace SupportBot.Storage.Postgres;

/// <summary>What the rules of several moves ask beside their conversations: a message's place in the log, and how much the agents have.</summary>
internal sealed class DeskInquiry
{
    // An answer of the agent's does not mean that they had seen what crossed with it: the log itself is asked.
    private const string Unseen = """
        select asked.id, coalesce((select m.sequence from message m where m.conversation_id = asked.id and m.sequence > asked.seen and m.sender = 0 order by m.sequence desc limit 1), 0)
        from unnest($1, $2) asked (id, seen)
        """;

    private const string Left = "select conversation_id, min(sequence) from pending_turn where conversation_id = any ($1) group by conversation_id";

    private const string There = """
        select s.id, p.state = 0 and p.there_until > $2, (s.work::json ->> 'capacity')::bigint
        from staff s left join presence p on p.agent_id = s.id where s.id = any ($1) and s.active = 1
        """;

    // What is offered to the agent counts as theirs.
    private const string Loads = """
        select agent_id, channel, count(*) from assignment where owner = 2 and status = 0 and agent_id = any ($1) group by agent_id, channel
        union all select offered_to, channel, count(*) from assignment where offered_to = any ($1) group by offered_to, channel
        """;

    private readonly DeskOptions options;
    private readonly Dictionary<string, long> sequences = [];
    private readonly Dictionary<string, (bool Present, long Capacity)> agents = [];
    private readonly Dictionary<(string Agent, string Channel), long> loads = [];

    private DeskInquiry(DeskOptions options) => this.options = options;

    /// <param name="connection">In the transaction that makes the moves.</param>
    /// <param name="found">Their conversations.</param>
    /// <param name="moves">The moves, or null where none is made.</param>
    /// <param name="options">What an agent may have at most.</param>
    /// <param name="now">The time.</param>
    public static async Task<DeskInquiry> AskAsync(NpgsqlConnection connection, DeskFinding[] found, Move?[] moves, DeskOptions options, DateTimeOffset now)
    {
        DeskInquiry inquiry = new(options);
        (Move Move, Assignment Assignment)[] made = [.. moves.Zip(found).SelectMany(one => one.First is { } move ? [(move, one.Second.Assignment)] : Array.Empty<(Move, Assignment)>())];
        (string Id, long Seen)[] seen = [.. made.Where(one => one.Move.Seen is not null).Select(one => (one.Assignment.ConversationId, one.Move.Seen ?? 0))];
        string[] taken = [.. made.Where(one => one.Move.Seen is null && one.Move.Takes).Select(one => one.Assignment.ConversationId)];
        string[] agents = [.. made.Select(one => one.Move.Candidate(one.Assignment)).OfType<string>().Distinct()];
        if (seen.Length + taken.Length + agents.Length > 0)
        {
            await inquiry.ReadAsync(connection, seen, taken, agents, now);
        }

        return inquiry;
    }

    /// <summary>The shopper's newest message beyond those the actor has seen, or with a move that takes the conversation their first that the bot has not answered; 0 for none.</summary>
    public long SequenceOf(string conversationId) => sequences.GetValueOrDefault(conversationId);

    /// <summary>The agent's presence and free capacity for this conversation, which counts as none of theirs while it is only offered to them.</summary>
    public AgentLoad LoadOf(string? agentId, Assignment assignment)
    {
        if (agentId is null || !agents.TryGetValue(agentId, out (bool Present, long Capacity) agent))
        {
            return default;
        }

        long offered = assignment.OfferedTo == agentId ? 1 : 0;
        long all = loads.Where(load => load.Key.Agent == agentId).Sum(load => load.Value) - offered;
        long ofChannel = loads.GetValueOrDefault((agentId, assignment.Channel)) - offered;
        return new AgentLoad(agent.Present, (int)Math.Max(0, Math.Min(agent.Capacity - all, options.CapacityOf(assignment.Channel) - ofChannel)));
    }

    /// <summary>Counts what a step changes, so that the next is ruled as if it were written.</summary>
    public void Follow(AssignmentStep? step)
    {
        if (step is not null)
        {
            Count(step.Before, -1);
            Count(step.Ruling.Next, 1);
        }
    }

    private void Count(Assignment? assignment, int change)
    {
        if (assignment is { Owner: Conversations.Owner.Agent, Status: AssignmentStatus.Open, AgentId: { } holder })
        {
            Count(holder, assignment.Channel, change);
        }

        if (assignment?.OfferedTo is { } asked)
        {
            Count(asked, assignment.Channel, change);
        }
    }

    private void Count(string agent, string channel, long change) => loads[(agent, channel)] = loads.GetValueOrDefault((agent, channel)) + change;

    private async Task ReadAsync(NpgsqlConnection connection, (string Id, long Seen)[] seen, string[] taken, string[] asked, DateTimeOffset now)
    {
        await using NpgsqlBatch batch = new(connection);
        DeskLedger.Add(batch, Unseen).With([.. seen.Select(one => one.Id)]).With([.. seen.Select(one => one.Seen)]);
        DeskLedger.Add(batch, Left).With(taken);
        DeskLedger.Add(batch, There).With(asked).With(now.ToUnixTimeMilliseconds());
        DeskLedger.Add(batch, Loads).With(asked);
        await using NpgsqlDataReader row = await batch.ExecuteReaderAsync();
        for (int kind = 0; kind < 2; kind++)
        {
            while (await row.ReadAsync())
            {
                sequences[row.GetString(0)] = row.GetInt64(1);
            }

            await row.NextResultAsync();
        }

        while (await row.ReadAsync())
        {
            agents[row.GetString(0)] = (!row.IsDBNull(1) && row.GetBoolean(1), row.OptionalInteger(2) ?? options.Capacity);
        }

        await row.NextResultAsync();
        while (await row.ReadAsync())
        {
            Count(row.GetString(0), row.GetString(1), row.GetInt64(2));
        }
    }
}
