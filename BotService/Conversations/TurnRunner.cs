using SupportBot.Conversations.Assignments;
using SupportBot.Conversations.Nodes;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Conversations;

/// <summary>
/// Brings messages and turns together. A message is stored and acknowledged first; its turn is a mark on its row that any
/// later run finishes, here or on another node, before or after a crash.
/// </summary>
internal sealed partial class TurnRunner(
    IConversationStore store,
    ConversationLane lane,
    NodeLease node,
    Sessions sessions,
    ConversationFeed feed,
    DeskSignals desk,
    ITurnTaker taker,
    OutboxSignal outbox,
    TurnsUnderway underway,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    // Enough for a burst to share a commit, small enough to keep a turn's write short.
    private const int TurnsPerCommit = 64;
    private const int MaxReruns = 50;

    private static readonly TimeSpan[] StoreIsBackWithin = [.. new double[] { 0.25, 0.5, 1, 2, 4 }.Select(TimeSpan.FromSeconds)];

    /// <summary>Stores messages. When this returns they are durable; the turn they call for runs after it.</summary>
    public async Task<AppendResult> ReceiveAsync(Append append, CancellationToken cancellation)
    {
        AppendResult result = await store.AppendAsync(append, cancellation);
        if (result.Outcome == AppendOutcome.Stored)
        {
            Announce(append, result);
            if (result.News.HasFlag(DeskNews.Owner) || append.Messages.Any(message => message.TurnPending))
            {
                _ = FinishSafelyAsync(append.ConversationId);
            }
        }

        return result;
    }

    private void Announce(Append append, AppendResult result)
    {
        if (result.News.HasFlag(DeskNews.Owner) && append.Turn is null)
        {
            sessions.Forget(append.ConversationId);
        }

        feed.Wake(append.ConversationId);
        desk.Wake(result.News);
        if (append.Outbox.Count > 0)
        {
            outbox.Wake();
        }
    }

    /// <summary>Takes the turn first and stores message and answer in one commit: for callers who wait for the answer.</summary>
    /// <returns>What became of it, and the replies.</returns>
    public async Task<(AppendResult Result, IReadOnlyList<Message> Replies)> AnswerAsync(string conversationId, Opening opening, NewMessage message, IReadOnlyList<OutboxItem> received, CancellationToken cancellation)
    {
        using IDisposable passage = await lane.EnterAsync(conversationId, cancellation);
        for (int run = 0; run < MaxReruns; run++)
        {
            (AppendResult result, IReadOnlyList<Message> replies) = await TryAnswerAsync(conversationId, opening, message, received, cancellation);
            switch (result.Outcome)
            {
                case AppendOutcome.Clash:
                    metrics.Reran();
                    continue;
                case AppendOutcome.Repeated:
                    await DrainAsync(conversationId, cancellation);
                    return (result, await store.RepliesAsync(conversationId, result.FirstSequence, cancellation));
                default:
                    return (result, replies);
            }
        }

        throw new StoreUnavailableException($"The conversation changed {MaxReruns} times during one turn.");
    }

    /// <summary>Finishes every turn that is pending in the conversation.</summary>
    public async Task FinishAsync(string conversationId, CancellationToken cancellation)
    {
        using IDisposable passage = await lane.EnterAsync(conversationId, cancellation);
        await DrainAsync(conversationId, cancellation);
    }

    private async Task FinishSafelyAsync(string conversationId)
    {
        underway.Begin();
        try
        {
            for (int attempt = 0; !await TryFinishAsync(conversationId, attempt < StoreIsBackWithin.Length); attempt++)
            {
                await Task.Delay(StoreIsBackWithin[attempt], time);
            }
        }
        catch (Exception error)
        {
            // The mark stays on the row: the next message or the sweep takes the turn up again.
            TurnLeftPending(logger, error);
        }
        finally
        {
            underway.End();
        }
    }

    // A database that restarts is back in seconds, sooner than the sweep would come.
    private async Task<bool> TryFinishAsync(string conversationId, bool again)
    {
        try
        {
            await FinishAsync(conversationId, CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException) when (again)
        {
            return false;
        }
    }

    private async Task DrainAsync(string conversationId, CancellationToken cancellation)
    {
        for (int reruns = 0; reruns < MaxReruns;)
        {
            string lease = node.Current;
            // The version first: were it read after the marks, another node's turn between the two would be taken again on its version.
            Conversation? before = await sessions.LoadAsync(conversationId, cancellation);
            IReadOnlyList<Message> pending = await store.PendingAsync(conversationId, TurnsPerCommit, cancellation);
            if (before is null || pending.Count == 0)
            {
                return;
            }

            reruns += await TakeTurnsAsync(before, lease, pending, cancellation) ? 0 : 1;
        }
    }

    private async Task<bool> TakeTurnsAsync(Conversation before, string lease, IReadOnlyList<Message> pending, CancellationToken cancellation)
    {
        using System.Diagnostics.Activity? span = TurnMetrics.Source.StartActivity("turn");
        long started = time.GetTimestamp();
        Conversation after = before;
        List<NewMessage> replies = [];
        List<OutboxItem> work = [];
        HandOff? handOff = null;
        foreach (Message message in pending)
        {
            Decision decision = await DecideAsync(after, message, cancellation);
            work.AddRange(WorkOf(decision, replies.Count));
            replies.AddRange(decision.Replies.Select(reply => reply with { ReplyTo = message.Sequence }));
            after = after with { State = decision.State, Owner = decision.Owner };
            handOff = decision.HandOff ?? handOff;
        }

        Append commit = Commit(before, after, replies, pending, work, handOff) with { Lease = lease };
        AppendResult result = await store.AppendAsync(commit, CancellationToken.None);
        if (result.Outcome != AppendOutcome.Stored)
        {
            sessions.Forget(before.Id);
            metrics.Reran();
            return false;
        }

        sessions.Keep(after with { Version = before.Version + 1 });
        metrics.Took(time.GetElapsedTime(started));
        Announce(commit, result);
        return true;
    }

    private async Task<(AppendResult Result, IReadOnlyList<Message> Replies)> TryAnswerAsync(string conversationId, Opening opening, NewMessage message, IReadOnlyList<OutboxItem> received, CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        string lease = node.Current;
        Conversation before = await sessions.LoadAsync(conversationId, cancellation)
            ?? new Conversation(conversationId, opening.Channel, opening.UserId, 0, 0, Owner.Bot, null, opening.Reference);
        Decision decision = await DecideAsync(before, new Message(conversationId, 0, time.GetUtcNow(), message.Sender, message.ClientId, 0, message.Body, message.ChannelData), cancellation);
        NewMessage[] messages = [message, .. decision.Replies.Select(reply => reply with { ReplyTo = NewMessage.FirstOfThisAppend })];
        Append answer = new()
        {
            ConversationId = conversationId,
            Opening = opening,
            Messages = messages,
            Turn = new TurnResult(before.Version, decision.State, decision.Owner, []) { HandOff = decision.HandOff },
            Outbox = [.. received, .. WorkOf(decision with { Delivery = null }, 1)],
            Lease = lease,
        };
        AppendResult result = await store.AppendAsync(answer, CancellationToken.None);
        if (result.Outcome != AppendOutcome.Stored)
        {
            sessions.Forget(conversationId);
            return (result, []);
        }

        sessions.Keep(before with { Version = before.Version + 1, State = decision.State, Owner = decision.Owner });
        metrics.Took(time.GetElapsedTime(started));
        Announce(answer, result);
        return (result, [.. messages.Skip(1).Select((reply, index) => AsStored(conversationId, reply, result, index + 1))]);
    }

    private Append Commit(Conversation before, Conversation after, List<NewMessage> replies, IReadOnlyList<Message> answered, List<OutboxItem> work, HandOff? handOff) => new()
    {
        ConversationId = before.Id,
        Messages = replies,
        Turn = new TurnResult(before.Version, after.State ?? [], after.Owner, [.. answered.Select(message => message.Sequence)]) { HandOff = handOff },
        Outbox = work,
    };

    // The replies to carry and the effects to do, counted from where the decision's replies begin in the write.
    private static IReadOnlyList<OutboxItem> WorkOf(Decision decision, int from) =>
    [
        .. decision.Delivery is { } carrier ? decision.Replies.Select((_, index) => new OutboxItem(carrier, from + index)) : [],
        .. decision.Work.Select(item => item with { MessageIndex = from + item.MessageIndex }),
    ];

    private async ValueTask<Decision> DecideAsync(Conversation conversation, Message message, CancellationToken cancellation)
    {
        try
        {
            return await taker.TakeAsync(conversation, message, cancellation);
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreUnavailableException))
        {
            DialogsFailed(logger, error);
            metrics.Failed();
            return taker.Apologize(conversation, message);
        }
    }

    // A single write gives its messages consecutive sequences and milliseconds.
    private static Message AsStored(string conversationId, NewMessage message, AppendResult result, int index) =>
        new(conversationId, result.FirstSequence + index, result.FirstAt.AddMilliseconds(index), message.Sender, message.ClientId, result.FirstSequence, message.Body, message.ChannelData);

    [LoggerMessage(LogLevel.Error, "The dialogs failed in a turn; the shopper got an apology")]
    private static partial void DialogsFailed(ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Warning, "A turn could not be stored and stays pending")]
    private static partial void TurnLeftPending(ILogger logger, Exception error);
}
