using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Channels.Sms;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Replies;

/// <summary>Puts shoppers' text messages into their conversation, where the bot answers, or whoever has it. An answer to a campaign carries it.</summary>
internal sealed class SmsInbox(TurnRunner turns, SmsConversations conversations, ICustomerStore customers, PhoneNumbers phones, IRecipientMarks marks, VisitorLimits limits, BotAccount bot, TimeProvider time)
{
    public async Task<SmsTaken> TakeAsync(IncomingSms sms, CancellationToken cancellation)
    {
        (string id, Customer? owner) = await conversations.OfAsync(ContactPoints.Normal(ContactKind.Phone, sms.From) ?? "", cancellation);
        string[] forms = phones.FormsOf(sms.From);
        IReadOnlyList<Customer> known = await customers.OfPhoneAsync(forms, cancellation);
        owner ??= OwnerOf(known, forms);
        if (owner?.Blocked is { } block && (block.Until is null || block.Until > time.GetUtcNow()))
        {
            return new SmsTaken(SmsOutcome.Blocked);
        }

        // Two machines would answer each other for ever. A stop word is always heard.
        if (ConsentWords.Hear(sms.Text) == ConsentWord.None && await limits.SmsAsync(id) is { } wait)
        {
            return new SmsTaken(SmsOutcome.TooMany, wait);
        }

        // Before the message, so that whoever answers it knows whose it is.
        if (owner is not null)
        {
            await customers.GiveAsync(id, owner.Id, cancellation);
        }

        AnsweredCampaign? campaign = await marks.AnsweredAsync([.. known.Select(customer => customer.Id)], Reach.Sms, id, cancellation);
        AppendResult result = await turns.ReceiveAsync(AppendOf(id, sms, owner?.Locale, campaign), cancellation);
        return new SmsTaken(result.Outcome == AppendOutcome.Changed ? SmsOutcome.Changed : SmsOutcome.Stored);
    }

    // A number that somebody with an account has merely named opens no file.
    private static Customer? OwnerOf(IReadOnlyList<Customer> known, string[] forms)
    {
        bool IsVerified(Customer customer) => customer.Contacts.Any(contact => contact is { Kind: ContactKind.Phone, Verified: true } && forms.Contains(contact.Value));
        return known.FirstOrDefault(IsVerified) ?? known.FirstOrDefault(customer => customer.ShopIds.Count == 0);
    }

    private Append AppendOf(string id, IncomingSms sms, string? locale, AnsweredCampaign? campaign)
    {
        Activity heard = SensitiveNumbers.Mask(new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = ConversationKey.SmsChannel,
            From = new ChannelAccount { Id = sms.From, Role = "user" },
            Recipient = bot.Account,
            Conversation = new ConversationAccount { Id = id },
            Text = sms.Text,
            Locale = locale,
            ChannelData = campaign is null ? null : CampaignMark.Of(campaign.Id, campaign.Name),
        });
        return new Append
        {
            ConversationId = id,
            Opening = new Opening(ConversationKey.SmsChannel, sms.From, Continuation.ReferenceOf(heard)),
            Messages = [StoredActivity.ToMessage(heard, Sender.Shopper) with { ClientId = sms.Id, Fingerprint = StoredActivity.Fingerprint(heard, []), TurnPending = true }],
            Outbox = EffectWork.OfReceived(heard),
        };
    }
}

/// <param name="Outcome">What became of it.</param>
/// <param name="Wait">With <see cref="SmsOutcome.TooMany"/>, how long.</param>
internal sealed record SmsTaken(SmsOutcome Outcome, TimeSpan? Wait = null);

internal enum SmsOutcome
{
    /// <summary>Stored, now or by an earlier request.</summary>
    Stored,

    /// <summary>The same id came before with other words.</summary>
    Changed,
    Blocked,
    TooMany,
}
