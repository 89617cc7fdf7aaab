using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Reminders;

/// <summary>Sends a reminder that has just been said in the chat by e-mail or SMS as well, when its shopper is away and has agreed to that.</summary>
internal sealed class AwayCarrier(
    IConversationStore conversations,
    ConversationFeed feed,
    ICustomerStore customers,
    ISuppressionStore suppressions,
    IEnumerable<IReachCarrier> carriers,
    Composer composer,
    IOptions<ReminderOptions> options,
    TimeProvider time) : IOutboxCarrier
{
    private const string Name = "reminder-away";
    private const int Newest = 50;

    private readonly IReachCarrier[] carriers = [.. carriers.OrderBy(carrier => carrier.Reach)];

    public string Kind => Name;

    public static OutboxItem Work(string text, string locale) => new(Name, 0, JsonSerializer.SerializeToUtf8Bytes(new AwayText(text, locale), AwayJson.Default.AwayText));

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        if (payload is null || JsonSerializer.Deserialize(payload, AwayJson.Default.AwayText) is not { } said)
        {
            return new Delivery(DeliveryOutcome.Refused, "the row holds no reminder");
        }

        if (await IsThereAsync(message, cancellation) || await customers.OfConversationAsync(message.ConversationId, cancellation) is not { ErasedAt: null, Blocked: null } customer)
        {
            return new Delivery(DeliveryOutcome.Delivered);
        }

        foreach (IReachCarrier carrier in carriers.Where(carrier => carrier.IsUsed && HasAgreed(customer, carrier.Reach)))
        {
            ContactKind kind = carrier.Reach == Reach.Sms ? ContactKind.Phone : ContactKind.Email;
            Contact? contact = customer.Contacts.Where(contact => contact.Kind == kind).OrderByDescending(contact => contact.Verified).ThenBy(contact => contact.Value, StringComparer.Ordinal).FirstOrDefault();
            if (contact is not null && !await suppressions.HoldsAsync(carrier.Reach, contact.Value, cancellation))
            {
                Recipient recipient = RecipientOf(message, customer, carrier.Reach, contact.Value, said.Locale);
                return await carrier.SendAsync(recipient, composer.Finish(said.Locale == Language.Chinese ? "您的提醒" : "Your reminder", said.Text, recipient), cancellation);
            }
        }

        return new Delivery(DeliveryOutcome.Delivered);
    }

    private async Task<bool> IsThereAsync(Message message, CancellationToken cancellation)
    {
        DateTimeOffset since = time.GetUtcNow() - options.Value.AwayAfter;
        return feed.IsFollowed(message.ConversationId)
            || (await conversations.ReadBackAsync(message.ConversationId, message.Sequence, Newest, cancellation)).Any(earlier => earlier.Sender == Sender.Shopper && earlier.At > since);
    }

    // An address that somebody has merely named is no word for being written to.
    private static bool HasAgreed(Customer customer, Reach reach) =>
        customer.Consents.Any(consent => consent is { Given: true } && consent.Channel == reach.Name() && consent.Purpose == Purpose.Reminders.Name());

    private static Recipient RecipientOf(Message message, Customer customer, Reach reach, string address, string locale) => new()
    {
        Id = 0,
        CampaignId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{message.ConversationId}.{message.Sequence}"),
        Occurrence = "",
        CustomerId = customer.Id,
        Channel = reach,
        Purpose = Purpose.Reminders,
        Attempts = 1,
        ExpiresAt = DateTimeOffset.MaxValue,
        Variant = 0,
        Locale = locale,
        Zone = "",
        Address = address,
    };
}

/// <param name="Text">What is said, as plain text.</param>
internal sealed record AwayText(string Text, string Locale);

[JsonSerializable(typeof(AwayText))]
internal sealed partial class AwayJson : JsonSerializerContext;
