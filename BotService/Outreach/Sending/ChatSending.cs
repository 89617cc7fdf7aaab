using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Sending;

/// <summary>Says a campaign's words in conversations, many in one transaction.</summary>
internal sealed class ChatSending(
    IRecipientStore recipients,
    Composer composer,
    ConversationAddresses addresses,
    BotAccount bot,
    ConversationFeed feed,
    OutboxSignal outbox,
    IOptions<OutreachOptions> options)
{
    public async Task SendAsync(CampaignTexts texts, IReadOnlyList<Recipient> ready, IReadOnlyList<OwnerDay> own, CancellationToken cancellation)
    {
        List<ToSay> batch = new(ready.Count);
        List<Settlement> settled = [];
        JsonElement mark = CampaignMark.Of(texts.Campaign.Id, texts.Campaign.Name);
        Dictionary<string, ChannelAccount> accounts = [];
        foreach (Recipient recipient in ready)
        {
            if (recipient.Conversation is not { } conversation || addresses.Of(conversation) is not { } address)
            {
                settled.Add(Settlement.Not(recipient, Exclusion.Unreachable));
            }
            else if (composer.Write(texts, recipient, own) is not { } said)
            {
                settled.Add(Settlement.Not(recipient, Exclusion.ValueMissing));
            }
            else
            {
                batch.Add(new ToSay(recipient, SayingOf(recipient, conversation.Id, address, said.Text, mark, accounts)));
            }
        }

        await recipients.SettleAsync(settled, cancellation);
        IReadOnlyList<string> stored = batch.Count == 0 ? [] : await recipients.SayAsync(batch, SendRules.Of(options.Value, texts.Campaign.Plan), CancellationToken.None);
        foreach (string conversationId in stored)
        {
            feed.Wake(conversationId);
        }

        if (batch.Any(one => one.Saying.Carrier is not null))
        {
            outbox.Wake();
        }
    }

    /// <summary>What is said, under a key that the conversation's log knows. A reply finds the campaign in the message before it.</summary>
    private Saying SayingOf(Recipient recipient, string conversationId, ReplyAddress address, string text, JsonElement mark, Dictionary<string, ChannelAccount> accounts)
    {
        if (!accounts.TryGetValue(recipient.Locale, out ChannelAccount? account))
        {
            accounts[recipient.Locale] = account = bot.Account with { Name = bot.NameIn(recipient.Locale) };
        }

        Activity said = address.Write(new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = "markdown", Locale = recipient.Locale, InputHint = "acceptingInput" }) with { From = account, ChannelData = mark };
        NewMessage message = StoredActivity.ToMessage(said, Sender.Bot) with { ClientId = string.Create(CultureInfo.InvariantCulture, $"outreach {recipient.Id}") };
        return new Saying(conversationId, message, address.Delivery);
    }
}
