using System.Globalization;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Dialogs;

namespace SupportBot.Outreach.Consents;

/// <summary>Writes down that a shopper has said STOP or START, whoever had the conversation then.</summary>
internal sealed class ConsentCarrier(ICustomerStore customers, IConversationStore conversations, ProactiveMessages messages, BotAccount bot, TimeProvider time) : IOutboxCarrier
{
    private const string Source = "stop word";

    public string Kind => EffectWork.Consent;

    // Written only where it changes something, and said under a key: again does no harm.
    public bool Repeatable => true;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        Activity activity = StoredActivity.Read(message);
        ConsentWord word = ConsentWords.Hear(activity.Text ?? "");
        if (word == ConsentWord.None || await conversations.FindAsync(message.ConversationId, cancellation) is not { } conversation)
        {
            return new Delivery(DeliveryOutcome.Refused, "the message is no such word");
        }

        string channel = Reaches.OfConversation(conversation.Channel).Name();
        Customer? known = await customers.OfConversationAsync(message.ConversationId, cancellation);
        string[] changing = [.. Changing(known, channel, word)];
        if (changing.Length > 0)
        {
            string id = known?.Id ?? await customers.AdmitAsync(new Newcomer(null, Language.OfClient(activity.Locale), [], message.ConversationId), null, cancellation);
            foreach (string purpose in changing)
            {
                await customers.ConsentAsync(id, new Consent(channel, purpose, word == ConsentWord.Start, Source, time.GetUtcNow()), null, cancellation);
            }
        }

        return word == ConsentWord.Start && changing.Length > 0 && !await ConfirmAsync(message, activity, cancellation)
            ? new Delivery(DeliveryOutcome.Postponed, "a person speaks")
            : new Delivery(DeliveryOutcome.Delivered);
    }

    // STOP ends everything; START gives back what STOP has taken, and no more.
    private static IEnumerable<string> Changing(Customer? customer, string channel, ConsentWord word) =>
        from purpose in Purposes.All.Select(purpose => purpose.Name())
        let newest = customer?.Consents.FirstOrDefault(consent => consent.Channel == channel && consent.Purpose == purpose)
        where word == ConsentWord.Stop ? newest is not { Given: false } : newest is { Given: false, Source: Source }
        select purpose;

    private async Task<bool> ConfirmAsync(Message message, Activity heard, CancellationToken cancellation)
    {
        string locale = Language.Detect(heard.Text, null, heard.Locale);
        Activity said = new()
        {
            Type = ActivityTypes.Message,
            Text = Phrases.Load(locale, words => words)[Phrase.OptedIn],
            TextFormat = "markdown",
            Locale = locale,
            InputHint = "acceptingInput",
            From = bot.Account with { Name = bot.NameIn(locale) },
        };
        string key = string.Create(CultureInfo.InvariantCulture, $"consent {message.Sequence}");
        return await messages.SayAsync(message.ConversationId, said, key, cancellation) != ProactiveOutcome.AgentSpeaks;
    }
}
