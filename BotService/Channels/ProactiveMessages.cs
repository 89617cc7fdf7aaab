using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;

namespace SupportBot.Channels;

/// <summary>Says something in a known conversation without having been asked, whatever channel it came through.</summary>
internal sealed class ProactiveMessages(IConversationStore store, TurnRunner turns, OutboxSignal outbox, BotAccount bot, TimeProvider time)
{
    private const int MaxReruns = 20;

    /// <param name="conversationId">Our id of the conversation.</param>
    /// <param name="said">What to say; where it goes is filled in here.</param>
    /// <param name="key">Names the occasion: the same key is said once, however often this is called.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    public async Task<ProactiveOutcome> SayAsync(string conversationId, Activity said, string? key, CancellationToken cancellation)
    {
        for (int run = 0; run < MaxReruns; run++)
        {
            if (await store.FindAsync(conversationId, cancellation) is not { } conversation)
            {
                return ProactiveOutcome.Missing;
            }

            if (conversation.Owner == Owner.Agent)
            {
                return ProactiveOutcome.AgentSpeaks;
            }

            if (ReferenceOf(conversation) is not { } reference)
            {
                return ProactiveOutcome.Unreachable;
            }

            AppendResult result = await turns.ReceiveAsync(AppendOf(conversation, reference, said, key), cancellation);
            if (result.Outcome != AppendOutcome.Clash)
            {
                return OutcomeOf(result.Outcome);
            }
        }

        throw new StoreUnavailableException($"The conversation changed {MaxReruns} times while something was to be said in it.");
    }

    // The version is compared, so that nothing is said into a conversation that an agent has just taken.
    private Append AppendOf(Conversation conversation, ConversationReference reference, Activity said, string? key)
    {
        Activity continuation = Continuation.Of(reference);
        Message trigger = new(conversation.Id, 0, time.GetUtcNow(), Sender.Channel, null, 0, [], null);
        ReplyAddress address = ReplyAddress.To(continuation, conversation, trigger);
        NewMessage message = StoredActivity.ToMessage(address.Write(said), Sender.Bot) with
        {
            ClientId = key is null ? null : $"proactive {key}",
            Fingerprint = key is null ? 0 : StoredActivity.Fingerprint(said, []),
        };
        byte[] state = conversation.State ?? JsonSerializer.SerializeToUtf8Bytes(new DialogState(), DialogStateJson.Default.DialogState);
        return new Append
        {
            ConversationId = conversation.Id,
            Messages = [message],
            Turn = new TurnResult(conversation.Version, state, conversation.Owner, []),
            Outbox = address.Delivery is { } carrier ? [new OutboxItem(carrier, 0)] : [],
        };
    }

    private ConversationReference? ReferenceOf(Conversation conversation)
    {
        if (!ConversationKey.IsOurs(conversation.Id))
        {
            return conversation.Reference is { } stored && Continuation.Read(stored) is { ServiceUrl: not null } reference ? reference : null;
        }

        return new ConversationReference
        {
            User = new ChannelAccount { Id = conversation.UserId ?? "user", Role = "user" },
            Bot = bot.Account,
            Conversation = new ConversationAccount { Id = conversation.Id },
            ChannelId = ConversationKey.DirectLine,
        };
    }

    private ProactiveOutcome OutcomeOf(AppendOutcome outcome)
    {
        outbox.Wake();
        return outcome switch
        {
            AppendOutcome.Stored => ProactiveOutcome.Stored,
            AppendOutcome.Repeated => ProactiveOutcome.Repeated,
            AppendOutcome.Changed => ProactiveOutcome.Changed,
            AppendOutcome.Missing or AppendOutcome.Clash => ProactiveOutcome.Missing,
        };
    }
}
