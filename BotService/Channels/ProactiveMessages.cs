using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Dialogs;

namespace SupportBot.Channels;

/// <summary>Says something in a known conversation without having been asked, whatever channel it came through.</summary>
internal sealed class ProactiveMessages(IConversationStore store, TurnRunner turns, ConversationAddresses addresses)
{
    private const int MaxReruns = 20;

    /// <param name="conversationId">Our id of the conversation.</param>
    /// <param name="said">What to say; where it goes is filled in here.</param>
    /// <param name="key">Names the occasion: the same key is said once, however often this is called.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    /// <param name="then">Work that follows in a conversation of the store's own site, written down with the message.</param>
    public async Task<ProactiveOutcome> SayAsync(string conversationId, Activity said, string? key, CancellationToken cancellation, OutboxItem? then = null)
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

            if (addresses.Of(conversation) is not { } address)
            {
                return ProactiveOutcome.Unreachable;
            }

            AppendResult result = await turns.ReceiveAsync(AppendOf(conversation, address, said, key, then), cancellation);
            if (result.Outcome != AppendOutcome.Clash)
            {
                return OutcomeOf(result.Outcome);
            }
        }

        throw new StoreUnavailableException($"The conversation changed {MaxReruns} times while something was to be said in it.");
    }

    // The version is compared, so that nothing is said into a conversation that an agent has just taken.
    private static Append AppendOf(Conversation conversation, ReplyAddress address, Activity said, string? key, OutboxItem? then)
    {
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
            Outbox = address.Delivery is { } carrier ? [new OutboxItem(carrier, 0)] : then is null ? [] : [then],
        };
    }

    private static ProactiveOutcome OutcomeOf(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Stored => ProactiveOutcome.Stored,
        AppendOutcome.Repeated => ProactiveOutcome.Repeated,
        AppendOutcome.Changed => ProactiveOutcome.Changed,
        AppendOutcome.Missing or AppendOutcome.Clash or AppendOutcome.Refused => ProactiveOutcome.Missing,
    };
}
