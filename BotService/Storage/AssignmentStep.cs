using System.Diagnostics;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Storage;

/// <summary>What a write does to its conversation's assignment.</summary>
/// <param name="Before">The assignment as it lies in the store; null when people never had the conversation.</param>
/// <param name="Ruling">What the move comes to.</param>
/// <param name="Move">Null when something is said that moves nothing.</param>
internal sealed record AssignmentStep(Assignment? Before, Ruling Ruling, Move? Move)
{
    public MoveRefusal? Refusal => Ruling.Refusal;

    public string? HeldBy => Ruling.Next.Owner == Owner.Agent ? Ruling.Next.AgentId : null;

    /// <summary>Whether somebody asks for what is so already.</summary>
    public bool ChangesNothing => Move is { Kind: MoveKind.Claim or MoveKind.Accept } && ReferenceEquals(Ruling.Next, Before);

    /// <summary>From which message on the bot has to answer what an agent did not.</summary>
    public long? LeavesToBot => Move?.Kind == MoveKind.Return ? Before?.WaitingSequence : null;

    /// <summary>The move that a write makes: the one it names, or the one that follows from its turn or from what the shopper says.</summary>
    public static Move? MoveOf(Append append, Owner owner, bool attended)
    {
        if (append.Move is { } named)
        {
            return named;
        }

        if (append.Turn is { } turn && turn.Owner != owner)
        {
            return turn.Owner switch
            {
                Owner.Queue => new Move(MoveKind.HandOff) { HandOff = turn.HandOff },
                Owner.Bot => new Move(MoveKind.Leave),
                Owner.Agent => throw new UnreachableException("No turn of the bot makes an agent the owner."),
            };
        }

        // A turn that has just answered does not at once call the agent back.
        return attended && ShopperMessages(append) > 0 && (append.Turn is null || owner != Owner.Bot) ? new Move(MoveKind.Hear) : null;
    }

    /// <summary>How much the shopper says in the write that calls for an answer.</summary>
    public static int ShopperMessages(Append append)
    {
        int count = 0;
        foreach (NewMessage message in append.Messages)
        {
            count += message.Sender == Sender.Shopper && (message.TurnPending || append.Turn is not null) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The shopper's message that the write brings or answers.</summary>
    public static long HeardIn(Append append, long lastBefore) => append.Turn is { Answered: [.., var answered] } ? answered : lastBefore + 1;
}
