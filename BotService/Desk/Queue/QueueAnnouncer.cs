using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Conversations.Nodes;
using SupportBot.Desk.Shifts;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Queue;

/// <summary>Tells waiting shoppers their true place, when it has changed and not too often; out of hours, when people are back.</summary>
internal sealed class QueueAnnouncer(IQueueStore queue, IConversationStore store, ConversationAddresses addresses, TurnRunner turns, NodeLease node, OpeningTimes opening, StoreClock clock, BotAccount bot, IOptions<DeskOptions> options, TimeProvider time)
{
    // Whoever is served at once need not hear that they are number one.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    // So many share a commit, and leave connections to the others.
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 16 };

    /// <returns>When the next shopper has to hear of their place.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(CancellationToken cancellation)
    {
        string lease = node.Current;
        QueueView view = await queue.ViewAsync(cancellation);
        if (view.Places.Count == 0)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset? back = view.Slots == 0 ? await opening.BackAtAsync(now, cancellation) : null;
        DateTimeOffset? next = null;
        List<(QueuePlace Place, int Number)> told = [];
        for (int index = 0; index < view.Places.Count; index++)
        {
            QueuePlace place = view.Places[index];
            DateTimeOffset due = place.AnnouncedAt is { } last ? last + options.Value.AnnounceEvery : place.QueuedAt + First;
            if (place.Announced == index + 1)
            {
                continue;
            }

            if (due <= now)
            {
                told.Add((place, index + 1));
            }
            else
            {
                next = next is null || due < next ? due : next;
            }
        }

        await Parallel.ForEachAsync(told, Together, async (one, _) => await TellAsync(one.Place, one.Number, view, back, lease, cancellation));
        return next;
    }

    private async Task TellAsync(QueuePlace place, int number, QueueView view, DateTimeOffset? back, string lease, CancellationToken cancellation)
    {
        if (await store.FindAsync(place.ConversationId, cancellation) is not { } conversation || addresses.Of(conversation) is not { } address)
        {
            return;
        }

        string locale = place.Locale ?? Language.English;
        int? minutes = view.EstimateOf(number) is { } estimate ? Math.Max(1, (int)Math.Ceiling(estimate.TotalMinutes)) : null;
        JsonObject status = new() { ["state"] = "queued", ["position"] = number, ["estimate"] = minutes };
        string text = back is { } opens ? QueueWords.Closed(locale, opens, clock.Zone) : QueueWords.Waiting(locale, number, minutes);
        NewMessage[] messages =
        [
            StoredActivity.ToMessage(address.HandOffStatus(status), Sender.Bot),
            StoredActivity.ToMessage(address.Write(new Reply(text, locale), bot.NameIn(locale)), Sender.Bot),
        ];
        await turns.ReceiveAsync(
            new Append
            {
                ConversationId = conversation.Id,
                Messages = messages,
                Move = new Move(MoveKind.Announce) { Place = number, ToldAt = place.AnnouncedAt },
                Lease = lease,
                Outbox = address.Delivery is { } carrier ? [new OutboxItem(carrier, 0), new OutboxItem(carrier, 1)] : [],
            },
            cancellation);
    }
}
