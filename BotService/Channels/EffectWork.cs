using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Dialogs;

namespace SupportBot.Channels;

/// <summary>What becomes of an effect that some capability carries out after the turn: a row of the outbox, written with it.</summary>
internal static class EffectWork
{
    public const string ChangeOrder = "order.change";
    public const string OpenTicket = "ticket.open";
    public const string Remind = "reminder";
    public const string Consent = "consent";

    /// <summary>The row, about the reply with this index; null for an effect that the turn itself brings about.</summary>
    public static OutboxItem? Of(Effect effect, int reply) => effect.Kind switch
    {
        EffectKind.ChangeOrder => new OutboxItem(ChangeOrder, reply, JsonSerializer.SerializeToUtf8Bytes(effect.Change, EffectJson.Default.OrderChange)),
        EffectKind.OpenTicket => new OutboxItem(OpenTicket, reply, JsonSerializer.SerializeToUtf8Bytes(effect.Ticket, EffectJson.Default.TicketRequest)),
        EffectKind.Remind => new OutboxItem(Remind, reply, JsonSerializer.SerializeToUtf8Bytes(effect.Reminder, EffectJson.Default.ReminderRequest)),
        EffectKind.HandOff or EffectKind.ReturnToBot => null,
    };

    /// <summary>The rows that a shopper's message asks for by itself, whether the bot answers it or a person: a word on being written to.</summary>
    public static IReadOnlyList<OutboxItem> OfReceived(Activity activity) =>
        activity is { Type: ActivityTypes.Message, Text: { } text } && ConsentWords.Hear(text) != ConsentWord.None ? [new OutboxItem(Consent, 0)] : [];
}
