using SupportBot.Operation;

namespace SupportBot.Tickets;

internal static class TicketRefusals
{
    public static Refusal Closed { get; } = new(StatusCodes.Status409Conflict, "TicketClosed");

    public static Refusal NotClosed { get; } = new(StatusCodes.Status409Conflict, "TicketNotClosed");

    public static Refusal NotHandedOver { get; } = new(StatusCodes.Status409Conflict, "TicketNotHandedOver");

    public static Refusal NotVerified { get; } = new(StatusCodes.Status409Conflict, "TicketNotVerified");

    public static Refusal? Of(TicketFault fault) => fault switch
    {
        TicketFault.None => null,
        TicketFault.Closed => Closed,
        TicketFault.NotClosed => NotClosed,
        TicketFault.NotHandedOver => NotHandedOver,
        TicketFault.NotVerified => NotVerified,
    };
}
