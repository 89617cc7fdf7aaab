using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Consents;

/// <summary>Writes down that a shopper has said STOP or START, whoever had the conversation then. By text message it holds for the number, whosever it is or will be.</summary>
internal sealed class ConsentCarrier(
    ICustomerStore customers, PhoneNumbers numbers, IConversationStore conversations, ISuppressionStore suppressions, IRecipientMarks marks, TimeProvider time) : IOutboxCarrier
{
    private const string Source = "stop word";

    public string Kind => EffectWork.Consent;

    // Written only where it changes something: again does no harm.
    public bool Repeatable => true;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        Activity activity = StoredActivity.Read(message);
        ConsentWord word = ConsentWords.Hear(activity.Text ?? "");
        if (word == ConsentWord.None || await conversations.FindAsync(message.ConversationId, cancellation) is not { } conversation)
        {
            return new Delivery(DeliveryOutcome.Refused, "the message is no such word");
        }

        Reach reach = Reaches.OfConversation(conversation.Channel);
        string? number = reach == Reach.Sms ? ContactPoints.Normal(ContactKind.Phone, conversation.UserId) : null;
        IReadOnlyList<Customer?> known = await KnownAsync(message.ConversationId, numbers.FormsOf(number), cancellation);
        foreach (Customer? customer in known)
        {
            await WriteAsync(message.ConversationId, activity, customer, reach, word, number, cancellation);
        }

        if (number is not null)
        {
            await (word == ConsentWord.Stop ? suppressions.AddAsync(reach, number, Suppression.Stopped, null, cancellation) : suppressions.LiftAsync(reach, number, Suppression.Stopped, cancellation));
        }

        if (word == ConsentWord.Stop && await marks.AnsweredAsync([.. known.OfType<Customer>().Select(customer => customer.Id)], reach, message.ConversationId, cancellation) is { } answered)
        {
            await marks.OptedOutAsync(answered.Recipient, cancellation);
        }

        return new Delivery(DeliveryOutcome.Delivered);
    }

    /// <summary>Whoever the word is about; null for somebody who has no file yet.</summary>
    private async Task<IReadOnlyList<Customer?>> KnownAsync(string conversationId, string[] phones, CancellationToken cancellation)
    {
        Customer? own = await customers.OfConversationAsync(conversationId, cancellation);
        IReadOnlyList<Customer?> others = phones.Length == 0 ? [] : await customers.OfPhoneAsync(phones, cancellation);
        return own is null && others.Count > 0 ? others : [own, .. others.Where(other => other?.Id != own?.Id)];
    }

    private async Task WriteAsync(string conversationId, Activity heard, Customer? customer, Reach reach, ConsentWord word, string? number, CancellationToken cancellation)
    {
        string[] changing = [.. await ChangingAsync(customer, reach.Name(), word, cancellation)];
        if (changing.Length > 0)
        {
            Contact[] contacts = number is null ? [] : [new Contact(ContactKind.Phone, number, false)];
            string id = customer?.Id ?? await customers.AdmitAsync(new Newcomer(null, Language.OfClient(heard.Locale), contacts, conversationId), null, cancellation);
            foreach (string purpose in changing)
            {
                await customers.ConsentAsync(id, new Consent(reach.Name(), purpose, word == ConsentWord.Start, Source, time.GetUtcNow()), null, cancellation);
            }
        }
    }

    // STOP ends everything, also what was never agreed to: an older yes may still come in a file. START gives back what STOP has taken, and no more.
    private async Task<IEnumerable<string>> ChangingAsync(Customer? customer, string channel, ConsentWord word, CancellationToken cancellation)
    {
        IReadOnlyList<Consent> before = word == ConsentWord.Start && customer is not null ? await customers.ConsentsBesideAsync(customer.Id, channel, Source, cancellation) : [];
        return from purpose in Purposes.All
               let name = purpose.Name()
               let newest = customer?.Consents.FirstOrDefault(consent => consent.Channel == channel && consent.Purpose == name)
               where word == ConsentWord.Stop
                   ? newest is not { Given: false }
                   : newest is { Given: false, Source: Source } && purpose.Allows(before.FirstOrDefault(consent => consent.Purpose == name)?.Given)
               select name;
    }
}
