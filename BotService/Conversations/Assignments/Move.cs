namespace SupportBot.Conversations.Assignments;

/// <summary>A move somebody wants to make with an assignment; whether they may is decided in the transaction that makes it.</summary>
/// <param name="Kind">What is to be done; it says which of the details count.</param>
/// <param name="ActorId">The member of staff who does it; null when the service or the shopper does.</param>
internal sealed record Move(MoveKind Kind, string? ActorId = null)
{
    /// <summary>Whether the actor may do it with conversations of others.</summary>
    public bool Supervises { get; init; }

    /// <summary>Who shall have it, or whom an offer or a release concerns.</summary>
    public string? AgentId { get; init; }

    public string? TeamId { get; init; }

    public string? Skill { get; init; }

    /// <summary>When an offer or a snooze ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The last message the actor has seen: a move that leaves the shopper is refused when there are newer ones.</summary>
    public long? Seen { get; init; }

    /// <summary>What the bot hands over.</summary>
    public HandOff? HandOff { get; init; }

    /// <summary>The place told to the shopper.</summary>
    public int Place { get; init; }

    /// <summary>When the shopper was told their place before, as the teller knows it: of several nodes only one tells them.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Whether the agent's own words go with it, and not only the standard greeting.</summary>
    public bool OwnWords { get; init; }

    /// <summary>Whether somebody takes the conversation, and with it what the bot has not answered yet.</summary>
    public bool Takes => Kind is MoveKind.Claim or MoveKind.Accept or MoveKind.Reopen or MoveKind.TakeOver or MoveKind.Assign;

    /// <summary>The agent whose presence and load the decision depends on, or null.</summary>
    public string? Candidate(Assignment assignment) => Kind switch
    {
        MoveKind.Claim or MoveKind.Accept or MoveKind.Reopen => ActorId,
        MoveKind.Transfer or MoveKind.Assign or MoveKind.Offer => AgentId,
        MoveKind.Wake => assignment.AgentId,
        MoveKind.Hear => assignment.Status == AssignmentStatus.Open ? null : assignment.AgentId,
        MoveKind.HandOff or MoveKind.Leave or MoveKind.Announce or MoveKind.Expire or MoveKind.Release or MoveKind.Decline or MoveKind.Reply
            or MoveKind.Return or MoveKind.Resolve or MoveKind.Snooze or MoveKind.TakeOver => null,
    };
}
