using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;
using SupportBot.Storage;

namespace SupportBot.Simulation;

/// <summary>
/// The database of a world, which all its nodes share. Every call is a transaction. It does what the contract suites ask of the
/// real adapters, with the real <see cref="Assignment"/>, and without one guard when that is to be shown necessary.
/// </summary>
internal sealed class SimulatedDatabase(DeskOptions desk, Guard missing)
{
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Row> Rows => rows.Values;

    /// <summary>The agents and until when each is there, in milliseconds.</summary>
    public Dictionary<string, DateTimeOffset> Presence { get; } = new(StringComparer.Ordinal);

    /// <summary>Told of every write before it happens: the owner, who has the conversation, and what is written.</summary>
    public Action<Row, Append>? Witness { get; set; }

    public Row? Find(string conversationId) => rows.GetValueOrDefault(conversationId);

    public AppendResult Append(Append append, DateTimeOffset now)
    {
        Row? row = Find(append.ConversationId);
        if (row is null)
        {
            if (append.Opening is null)
            {
                return new AppendResult(AppendOutcome.Missing);
            }

            row = new Row(append.ConversationId, append.Opening);
        }

        if (append.Turn is { } decided && decided.ExpectedVersion != row.Version && missing != Guard.Version)
        {
            return Repeat(row, append) ?? new AppendResult(AppendOutcome.Clash);
        }

        AssignmentStep? step = Rule(row, append, now);
        if (step is { Refusal: { } refusal })
        {
            return Repeat(row, append) ?? new AppendResult(AppendOutcome.Refused) { Refusal = refusal, HeldBy = step.HeldBy };
        }

        if (step is { ChangesNothing: true })
        {
            return new AppendResult(AppendOutcome.Repeated);
        }

        return Repeat(row, append) ?? Write(row, append, step, now);
    }

    /// <summary>Stops half-way, as a store without transactions could: the replies are there, the rest is not.</summary>
    public void Tear(Append append, DateTimeOffset now)
    {
        if (append.Turn is { } turn && Find(append.ConversationId) is { } row && turn.ExpectedVersion == row.Version)
        {
            Say(row, append, null, now);
        }
    }

    /// <summary>The agent's presence and free capacity, with what is offered to them.</summary>
    public AgentLoad LoadOf(string? agentId, string conversationId, DateTimeOffset now)
    {
        if (agentId is null || !Presence.TryGetValue(agentId, out DateTimeOffset until))
        {
            return default;
        }

        int taken = 0;
        foreach (Row row in rows.Values)
        {
            taken += row.Assignment is { } assignment && IsWith(assignment, agentId, conversationId) ? 1 : 0;
        }

        return new AgentLoad(until > now, Math.Max(0, desk.Capacity - taken));
    }

    private static bool IsWith(Assignment assignment, string agentId, string conversationId) =>
        (assignment.Owner == Owner.Agent && assignment.Status == AssignmentStatus.Open && assignment.AgentId == agentId)
        || (assignment.OfferedTo == agentId && assignment.ConversationId != conversationId);

    private AssignmentStep? Rule(Row row, Append append, DateTimeOffset now)
    {
        Move? move = AssignmentStep.MoveOf(append, row.Owner, row.Attended);
        if (move is null && !row.Attended)
        {
            return null;
        }

        Assignment assignment = row.Assignment ?? new Assignment { ConversationId = row.Id, Channel = row.Channel };
        if (move is null)
        {
            return new AssignmentStep(row.Assignment, new Ruling(assignment), null);
        }

        long sequence = move.Seen is { } seen ? NewestOfShopper(row, seen) : move.Takes ? OldestUnanswered(row) : AssignmentStep.HeardIn(append, row.Lines.Count);
        Ruling ruling = assignment.Make(move, LoadOf(move.Candidate(assignment), row.Id, now), sequence, now);
        return new AssignmentStep(row.Assignment, missing == Guard.Owner ? Forced(move, assignment, ruling) : ruling, move);
    }

    // Without the guard, whoever wants a conversation has it, and whoever speaks is heard.
    private static Ruling Forced(Move move, Assignment assignment, Ruling ruling) => ruling.Refusal is null ? ruling : move.Kind switch
    {
        MoveKind.Claim or MoveKind.Accept => new Ruling(assignment with { Owner = Owner.Agent, AgentId = move.ActorId, OfferedTo = null, OfferedUntil = null }),
        MoveKind.Reply => new Ruling(assignment),
        _ => ruling,
    };

    private long NewestOfShopper(Row row, long after)
    {
        for (int index = row.Lines.Count - 1; missing != Guard.Seen && index >= after; index--)
        {
            if (row.Lines[index].Message.Sender == Sender.Shopper)
            {
                return index + 1;
            }
        }

        return 0;
    }

    private static long OldestUnanswered(Row row) => row.Lines.FindIndex(line => line.Pending) + 1;

    private AppendResult? Repeat(Row row, Append append)
    {
        if (missing == Guard.ClientId || append.Messages is not [{ ClientId: { } clientId } first, ..] || !row.ByClientId.TryGetValue(clientId, out int index))
        {
            return null;
        }

        return new AppendResult(row.Lines[index].Fingerprint == first.Fingerprint ? AppendOutcome.Repeated : AppendOutcome.Changed, index + 1);
    }

    private AppendResult Write(Row row, Append append, AssignmentStep? step, DateTimeOffset now)
    {
        Witness?.Invoke(row, append);
        bool created = rows.TryAdd(row.Id, row);
        long before = row.Lines.Count;
        DateTimeOffset at = Say(row, append, step?.Ruling.Next.Owner, now);
        foreach (OutboxItem item in append.Outbox)
        {
            row.Outbox.Add((item.Kind, before + 1 + item.MessageIndex));
        }

        if (append.Turn is { } decided)
        {
            row.Version++;
            row.State = decided.State;
            foreach (long sequence in decided.Answered)
            {
                row.Lines[(int)sequence - 1] = row.Lines[(int)sequence - 1] with { Pending = false };
            }
        }

        return new AppendResult(AppendOutcome.Stored, before + 1, at, created) { News = step is null ? DeskNews.None : Follow(row, append, step, now) };
    }

    private static DateTimeOffset Say(Row row, Append append, Owner? owner, DateTimeOffset now)
    {
        long before = row.Lines.Count;
        long first = Math.Max(now.ToUnixTimeMilliseconds(), row.LastAt + 1);
        foreach (NewMessage message in append.Messages)
        {
            row.LastAt = Math.Max(row.LastAt + 1, first);
            long replyTo = message.ReplyTo == NewMessage.FirstOfThisAppend ? before + 1 : message.ReplyTo;
            Message stored = new(row.Id, row.Lines.Count + 1, DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt), message.Sender, message.ClientId, replyTo, message.Body, message.ChannelData);
            row.Lines.Add(new Line(stored, message.Fingerprint, message.TurnPending && owner != Owner.Agent));
            if (message.ClientId is { } clientId)
            {
                row.ByClientId[clientId] = row.Lines.Count - 1;
            }
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(first);
    }

    private static DeskNews Follow(Row row, Append append, AssignmentStep step, DateTimeOffset now)
    {
        Assignment after = step.Ruling.Next;
        bool attended = after.IsAttended(now);
        row.Version += append.Turn is null && after.Owner != row.Owner ? 1 : 0;
        bool concernsPeople = attended || row.Attended;
        (row.Owner, row.Attended) = (after.Owner, attended);
        if (!concernsPeople)
        {
            return DeskNews.None;
        }

        for (int index = 0; step.Move is { Takes: true } && index < row.Lines.Count; index++)
        {
            row.Lines[index] = row.Lines[index] with { Pending = false };
        }

        for (long sequence = step.LeavesToBot ?? long.MaxValue; sequence <= row.Lines.Count; sequence++)
        {
            Line line = row.Lines[(int)sequence - 1];
            row.Lines[(int)sequence - 1] = line with { Pending = line.Pending || (line.Message.Sender == Sender.Shopper && !row.Lines.Exists(other => other.Message.ReplyTo == sequence)) };
        }

        row.Assignment = after;
        bool ownerChanged = (step.Before?.Owner ?? Owner.Bot) != after.Owner || (after.Owner == Owner.Agent && step.Before?.AgentId != after.AgentId);
        bool queueMoves = ownerChanged || step.Before?.Status != after.Status || step.Before?.OfferedTo != after.OfferedTo;
        return DeskNews.Journal | (queueMoves ? DeskNews.Queue : DeskNews.None) | (ownerChanged ? DeskNews.Owner : DeskNews.None);
    }
}
