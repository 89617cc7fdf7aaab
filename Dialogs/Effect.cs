using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs;

/// <summary>Something the service does for the bot.</summary>
public enum EffectKind
{
    /// <summary>Put the conversation into the queue for a person.</summary>
    HandOff,

    /// <summary>Take it out of the queue again.</summary>
    ReturnToBot,

    /// <summary>Change something in the shop, as the shopper has confirmed.</summary>
    ChangeOrder,

    /// <summary>Write down a complaint, a work order or a call-back.</summary>
    OpenTicket,

    /// <summary>Keep, change or drop one of the shopper's own reminders.</summary>
    Remind,
}

/// <summary>An effect and why it happens, in a word that reports can count. Its kind says which of the details it carries.</summary>
public sealed record Effect(EffectKind Kind, string Reason)
{
    public HandOffRequest? HandOff { get; init; }

    public OrderChange? Change { get; init; }

    public TicketRequest? Ticket { get; init; }

    public ReminderRequest? Reminder { get; init; }
}
