using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Dialogs.Reminders;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs.Tests;

/// <summary>What an effect carries, as lines that a transcript can name.</summary>
internal static class EffectDetails
{
    public static IEnumerable<string> Of(Effect effect)
    {
        JsonObject details = (effect.Kind switch
        {
            EffectKind.HandOff => JsonSerializer.SerializeToNode(effect.HandOff, EffectJson.Default.HandOffRequest),
            EffectKind.ChangeOrder => JsonSerializer.SerializeToNode(effect.Change, EffectJson.Default.OrderChange),
            EffectKind.OpenTicket => JsonSerializer.SerializeToNode(effect.Ticket, EffectJson.Default.TicketRequest),
            EffectKind.Remind => JsonSerializer.SerializeToNode(effect.Reminder, EffectJson.Default.ReminderRequest),
            EffectKind.ReturnToBot => null,
        })?.AsObject() ?? [];
        return details.Select(pair => $"{pair.Key}: {Text(pair.Value)}");
    }

    /// <summary>Carries a reminder or a ticket out, as the service would.</summary>
    public static void Remember(Effect effect, FakeShop shop, DateTime now)
    {
        if (effect.Ticket is { } ticket)
        {
            shop.Tickets.Insert(0, new TicketProgress(ticket.Reference, ticket.Kind, TicketStage.Open, now, ticket.At ?? now.AddDays(3), null));
        }

        if (effect.Reminder is not { } reminder)
        {
            return;
        }

        Reminder? before = shop.Pending.Find(known => known.Reference == reminder.Reference);
        shop.Pending.RemoveAll(known => known.Reference == reminder.Reference);
        if (reminder.Action != ReminderAction.Drop && reminder.At is { } at)
        {
            shop.Pending.Add(new Reminder(reminder.Reference, at, reminder.Text ?? before?.Text ?? ""));
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Text)),
        JsonObject fields => string.Join(", ", fields.Select(field => Text(field.Value))),
        JsonValue text when text.TryGetValue(out string? words) => words,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
