using SupportBot.Conversations.Assignments;

namespace SupportBot.Conversations;

/// <summary>Decides a turn on one message: the dialogs behind the wire's shapes. It reads, and changes nothing.</summary>
internal interface ITurnTaker
{
    ValueTask<Decision> TakeAsync(Conversation conversation, Message message, CancellationToken cancellation);

    /// <summary>What is said when <see cref="TakeAsync"/> has failed, so that no message stays without an answer.</summary>
    Decision Apologize(Conversation conversation, Message message);
}

/// <summary>What a turn will write.</summary>
/// <param name="State">The dialogs' state from now on.</param>
/// <param name="Owner">Who answers from now on.</param>
/// <param name="Replies">What is said, without <see cref="NewMessage.ReplyTo"/>.</param>
/// <param name="Delivery">The outbox worker that carries the replies to the shopper, or null when the shopper's client reads the feed.</param>
internal sealed record Decision(byte[] State, Owner Owner, IReadOnlyList<NewMessage> Replies, string? Delivery = null)
{
    /// <summary>What shall be done besides, each piece about one of the <see cref="Replies"/>.</summary>
    public IReadOnlyList<OutboxItem> Work { get; init; } = [];

    /// <summary>What goes with the conversation when it goes into the queue.</summary>
    public HandOff? HandOff { get; init; }
}
