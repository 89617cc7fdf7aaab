using SupportBot.Dialogs;

namespace SupportBot.Conversations.Assignments;

/// <summary>Who of the people has a conversation, or how it waits for one. Pure: every move gives a new value or a refusal.</summary>
internal sealed record Assignment
{
    /// <summary>A message this soon after the end belongs to the same matter and goes back to its agent; later, the bot greets anew.</summary>
    public static readonly TimeSpan ReopensWithin = TimeSpan.FromHours(1);

    public required string ConversationId { get; init; }

    public required string Channel { get; init; }

    public Owner Owner { get; init; }

    public AssignmentStatus Status { get; init; }

    /// <summary>Who has it while <see cref="Owner"/> is an agent; else who had it last, and is asked first.</summary>
    public string? AgentId { get; init; }

    public string? TeamId { get; init; }

    public string? Skill { get; init; }

    public HandOffPriority Priority { get; init; }

    public string? Locale { get; init; }

    public string? Reason { get; init; }

    public string? Summary { get; init; }

    /// <summary>When this wait began.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>What the queue is ordered by: earlier than <see cref="QueuedAt"/> for those who come back to its head.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Since when a message of the shopper waits for a person's answer.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    public long? WaitingSequence { get; init; }

    public string? OfferedTo { get; init; }

    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>Who let an offer of this wait pass.</summary>
    public IReadOnlyList<string> PassedBy { get; init; } = [];

    /// <summary>Null while snoozed means: until the next message.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? AnnouncedAt { get; init; }

    public int? Announced { get; init; }

    /// <summary>Whether what is said next can concern people, though the bot has the conversation now.</summary>
    public bool IsAttended(DateTimeOffset now) => Owner != Owner.Bot || (Status == AssignmentStatus.Resolved && now - EndedAt <= ReopensWithin);

    /// <summary>Makes a move.</summary>
    /// <param name="move">What is to be done.</param>
    /// <param name="candidate">The agent that <see cref="Move.Candidate"/> names; the default when it names none or they are unknown.</param>
    /// <param name="sequence">
    /// With <see cref="MoveKind.Hear"/> and <see cref="MoveKind.HandOff"/>, the shopper's message; with <see cref="Move.Seen"/>, their newest;
    /// with <see cref="Move.Takes"/>, their first that the bot has not answered, or 0.
    /// </param>
    /// <param name="now">The time.</param>
    public Ruling Make(Move move, AgentLoad candidate, long sequence, DateTimeOffset now) => move.Kind switch
    {
        MoveKind.HandOff => new Ruling(HandedOff(move.HandOff, sequence, now)),
        MoveKind.Leave => new Ruling(WithBot(AssignmentStatus.Open, now)),
        MoveKind.Hear => new Ruling(Heard(candidate, sequence, now)),
        MoveKind.Announce => IsWaiting && AnnouncedAt == move.ToldAt ? new Ruling(this with { AnnouncedAt = now, Announced = move.Place }) : Refused(MoveRefusal.NotNow),
        MoveKind.Offer => Offer(move, candidate),
        MoveKind.Expire => OfferedTo is not null && OfferedUntil <= now ? new Ruling(Passed()) : Refused(MoveRefusal.NotNow),
        MoveKind.Release => Holds(move.AgentId) ? new Ruling(BackInQueue(now) with { AgentId = null }) : Refused(MoveRefusal.NotNow),
        MoveKind.Wake => Status == AssignmentStatus.Snoozed && SnoozedUntil <= now ? new Ruling(Awake(candidate, now)) : Refused(MoveRefusal.NotNow),
        MoveKind.Claim => Claim(move.ActorId, candidate, sequence, now),
        MoveKind.Accept => Accept(move.ActorId, sequence, now),
        MoveKind.Decline => OfferedTo == move.ActorId ? new Ruling(Passed()) : Refused(MoveRefusal.OfferGone),
        MoveKind.Reply => Holds(move.ActorId) ? new Ruling(Answered()) : Refused(MoveRefusal.NotYours),
        MoveKind.Transfer => Transfer(move, candidate, now),
        MoveKind.Return => IfHeld(move, sequence, () => WithBot(AssignmentStatus.Open, now)),
        MoveKind.Resolve => IfHeld(move, sequence, () => WithBot(AssignmentStatus.Resolved, now)),
        MoveKind.Snooze => IfHeld(move, sequence, () => this with { Status = AssignmentStatus.Snoozed, SnoozedUntil = move.Until }),
        MoveKind.Reopen => Reopen(move, candidate, sequence, now),
        MoveKind.TakeOver => new Ruling(HeldBy(move.ActorId, sequence, now)),
        MoveKind.Assign => candidate.Present ? new Ruling(HeldBy(move.AgentId, sequence, now)) : Refused(MoveRefusal.NotThere),
    };

    private bool IsWaiting => Owner == Owner.Queue && Status == AssignmentStatus.Open;

    private bool Holds(string? agentId) => Owner == Owner.Agent && AgentId == agentId;

    private Ruling Refused(MoveRefusal refusal) => new(this, refusal);

    private Assignment HandedOff(HandOff? handOff, long sequence, DateTimeOffset now) => this with
    {
        Owner = Owner.Queue,
        Status = AssignmentStatus.Open,
        TeamId = null,
        Skill = handOff?.Request?.Skill,
        Priority = handOff?.Request?.Priority ?? HandOffPriority.Normal,
        Locale = handOff?.Locale ?? Locale,
        Reason = handOff?.Reason,
        Summary = handOff?.Request?.Summary,
        QueuedAt = now,
        PlacedAt = now,
        WaitingSince = now,
        WaitingSequence = sequence,
        OfferedTo = null,
        OfferedUntil = null,
        PassedBy = [],
        SnoozedUntil = null,
        EndedAt = null,
        AnnouncedAt = null,
        Announced = null,
    };

    private Assignment WithBot(AssignmentStatus status, DateTimeOffset now) => this with
    {
        Owner = Owner.Bot,
        Status = status,
        QueuedAt = null,
        WaitingSince = null,
        WaitingSequence = null,
        OfferedTo = null,
        OfferedUntil = null,
        SnoozedUntil = null,
        EndedAt = now,
    };

    private Assignment Heard(AgentLoad agent, long sequence, DateTimeOffset now)
    {
        if (!IsAttended(now))
        {
            return this;
        }

        Assignment told = WaitingSince is null ? this with { WaitingSince = now, WaitingSequence = sequence } : this;
        return Status == AssignmentStatus.Open ? told : told.Awake(agent, now);
    }

    // An agent who is there goes on with what is theirs, even when they have enough else; else it goes to the queue's head.
    private Assignment Awake(AgentLoad agent, DateTimeOffset now) =>
        agent.Present
            ? this with { Owner = Owner.Agent, Status = AssignmentStatus.Open, SnoozedUntil = null, EndedAt = null }
            : BackInQueue(now);

    private Assignment BackInQueue(DateTimeOffset now) => this with
    {
        Owner = Owner.Queue,
        Status = AssignmentStatus.Open,
        QueuedAt = now,
        PlacedAt = PlacedAt ?? now,
        WaitingSince = WaitingSince ?? now,
        OfferedTo = null,
        OfferedUntil = null,
        PassedBy = [],
        SnoozedUntil = null,
        EndedAt = null,
        AnnouncedAt = null,
        Announced = null,
    };

    private Ruling Offer(Move move, AgentLoad agent) =>
        !IsWaiting || OfferedTo is not null ? Refused(MoveRefusal.NotNow)
        : !agent.Present ? Refused(MoveRefusal.NotThere)
        : agent.Free == 0 ? Refused(MoveRefusal.AtCapacity)
        : new Ruling(this with { OfferedTo = move.AgentId, OfferedUntil = move.Until });

    private Assignment Passed() => this with { OfferedTo = null, OfferedUntil = null, PassedBy = OfferedTo is { } agent ? [.. PassedBy, agent] : PassedBy };

    private Ruling Claim(string? actor, AgentLoad load, long unanswered, DateTimeOffset now) =>
        Holds(actor) ? new Ruling(this)
        : Owner == Owner.Agent ? Refused(MoveRefusal.Taken)
        : OfferedTo != actor && load.Free == 0 ? Refused(MoveRefusal.AtCapacity)
        : new Ruling(HeldBy(actor, unanswered, now));

    private Ruling Accept(string? actor, long unanswered, DateTimeOffset now) =>
        Holds(actor) ? new Ruling(this)
        : Owner == Owner.Agent ? Refused(MoveRefusal.Taken)
        : OfferedTo != actor ? Refused(MoveRefusal.OfferGone)
        : new Ruling(HeldBy(actor, unanswered, now));

    private Assignment HeldBy(string? agentId, long unanswered, DateTimeOffset now) => this with
    {
        Owner = Owner.Agent,
        Status = AssignmentStatus.Open,
        AgentId = agentId,
        WaitingSince = WaitingSince ?? (unanswered > 0 ? now : null),
        WaitingSequence = WaitingSince is null && unanswered > 0 ? unanswered : WaitingSequence,
        OfferedTo = null,
        OfferedUntil = null,
        PassedBy = [],
        SnoozedUntil = null,
        EndedAt = null,
    };

    private Assignment Answered() => this with { WaitingSince = null, WaitingSequence = null, Status = AssignmentStatus.Open, SnoozedUntil = null };

    private Ruling Transfer(Move move, AgentLoad target, DateTimeOffset now)
    {
        if (!Holds(move.ActorId) && !move.Supervises)
        {
            return Refused(MoveRefusal.NotYours);
        }

        if (move.AgentId is null)
        {
            return new Ruling(BackInQueue(now) with { AgentId = null, TeamId = move.TeamId, Skill = move.Skill });
        }

        return !target.Present ? Refused(MoveRefusal.NotThere)
            : target.Free == 0 && !move.Supervises ? Refused(MoveRefusal.AtCapacity)
            : new Ruling(HeldBy(move.AgentId, 0, now));
    }

    private Ruling Reopen(Move move, AgentLoad load, long unanswered, DateTimeOffset now) =>
        Status == AssignmentStatus.Open && Owner != Owner.Bot ? Refused(MoveRefusal.NotNow)
        : Status == AssignmentStatus.Snoozed && !Holds(move.ActorId) && !move.Supervises ? Refused(MoveRefusal.NotYours)
        : Status == AssignmentStatus.Resolved && Owner == Owner.Bot && load.Free == 0 ? Refused(MoveRefusal.AtCapacity)
        : new Ruling(HeldBy(Holds(move.ActorId) ? AgentId : move.ActorId, unanswered, now));

    // Those who wait for anybody may be let go by anybody; what an agent has, only by them or a supervisor.
    private Ruling IfHeld(Move move, long newest, Func<Assignment> next)
    {
        bool held = Holds(move.ActorId) || (Owner == Owner.Agent && move.Supervises) || (move.Kind == MoveKind.Resolve && Owner == Owner.Queue);
        return !held ? Refused(MoveRefusal.NotYours)
            : move.Seen < newest ? Refused(MoveRefusal.NewMessage)
            : new Ruling(next());
    }
}
