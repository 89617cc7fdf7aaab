using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Dialogs.Reminders;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs;

/// <summary>Everything one turn is decided from. The ports read; nothing is changed through them.</summary>
public sealed record TurnInput
{
    /// <summary>What is remembered of the conversation.</summary>
    public required DialogState State { get; init; }

    public required Utterance Utterance { get; init; }

    /// <summary>Whether the bot or the queue has the conversation.</summary>
    public Standing Standing { get; init; }

    /// <summary>The store's articles at this moment.</summary>
    public required IAnswers Answers { get; init; }

    public required ICatalogue Catalogue { get; init; }

    /// <summary>The shop's orders as this shopper may see them.</summary>
    public required IOrders Orders { get; init; }

    /// <summary>The shopper's own reminders in this conversation.</summary>
    public required IReminders Reminders { get; init; }

    /// <summary>The shopper's complaints, visits and call-backs.</summary>
    public required ITickets Tickets { get; init; }

    /// <summary>Now, in the store's time zone.</summary>
    public required DateTime Now { get; init; }

    public required StoreSettings Settings { get; init; }

    /// <summary>Names the conversation; references and idempotency keys are made from it and the turn's number.</summary>
    public required string Conversation { get; init; }

    /// <summary>Whether the shopper is one the store treats with preference.</summary>
    public bool Vip => Orders.Shopper?.Vip ?? false;
}
