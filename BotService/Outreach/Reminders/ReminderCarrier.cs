using System.Text.Json;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;

namespace SupportBot.Outreach.Reminders;

/// <summary>Writes down what a turn decided about a reminder.</summary>
internal sealed class ReminderCarrier(IReminderStore reminders, LiveArticles articles) : IOutboxCarrier
{
    public string Kind => EffectWork.Remind;

    // A reminder set again stays as it is, and moving or dropping twice changes nothing more.
    public bool Repeatable => true;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        if (payload is null || JsonSerializer.Deserialize(payload, EffectJson.Default.ReminderRequest) is not { } request || request.Action != ReminderAction.Drop && request.At is null)
        {
            return new Delivery(DeliveryOutcome.Refused, "the row holds no reminder");
        }

        DateTimeOffset due = StoreZone.Moment(request.At ?? default, StoreZone.Of(articles.Current.Library.Facts));
        await (request.Action switch
        {
            ReminderAction.Set => reminders.SetAsync(new ReminderRow(message.ConversationId, request.Reference, due, request.Text ?? "", request.Locale), cancellation),
            ReminderAction.Move => reminders.MoveAsync(message.ConversationId, request.Reference, due, cancellation),
            ReminderAction.Drop => reminders.DropAsync(message.ConversationId, request.Reference, cancellation),
        });
        return new Delivery(DeliveryOutcome.Delivered);
    }
}
