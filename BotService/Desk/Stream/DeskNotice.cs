using SupportBot.Conversations;

namespace SupportBot.Desk.Stream;

/// <summary>A row of the journal as it goes out: made once on this node for all sockets.</summary>
/// <param name="Event">The row.</param>
/// <param name="Owner">Who has the conversation now; null for other events.</param>
/// <param name="OfferedTo">To whom it is offered now.</param>
/// <param name="Change">The event itself, as JSON.</param>
/// <param name="Messages">The messages it brought, each an event as JSON.</param>
/// <param name="Offer">What the agent it is offered to is shown, as JSON.</param>
internal sealed record DeskNotice(DeskEvent Event, Owner? Owner, string? OfferedTo, byte[] Change, IReadOnlyList<byte[]> Messages, byte[]? Offer);
