using Microsoft.Extensions.Options;

namespace SupportBot.Conversations.Outbox;

/// <summary>One attempt to send one claimed row, and what follows from its outcome.</summary>
internal sealed partial class OutboxAttempt(
    IOutboxStore outbox,
    IConversationStore conversations,
    IOptions<OutboxOptions> options,
    OutboxMetrics metrics,
    TimeProvider time,
    ILogger<OutboxAttempt> logger)
{
    public async Task RunAsync(IOutboxCarrier carrier, OutboxRow row)
    {
        try
        {
            long started = time.GetTimestamp();
            Message? message = await LoadAsync(row);
            Delivery delivery = message is not null ? await SendAsync(carrier, message, row.Payload) : new Delivery(DeliveryOutcome.Refused, "the message is gone");
            OutboxSettlement settlement = Judge(row, delivery);
            bool settled = await outbox.SettleAsync(row, settlement, CancellationToken.None);
            metrics.Settled(row.Kind, settlement.Status, time.GetElapsedTime(started));
            Tell(row, settlement);
            if (settled && settlement.Status == OutboxStatus.Dead && message is not null)
            {
                await carrier.GiveUpAsync(message, row.Payload, CancellationToken.None);
            }
        }
        catch (Exception error)
        {
            // The row stays marked as being sent, and becomes unknown when its lease ends: nobody sends it again.
            AttemptFailed(logger, row.Id, row.Kind, error);
        }
    }

    private async Task<Message?> LoadAsync(OutboxRow row)
    {
        IReadOnlyList<Message> found = await conversations.ReadAsync(row.ConversationId, row.Sequence - 1, 1, CancellationToken.None);
        return found is [{ } message] && message.Sequence == row.Sequence ? message : null;
    }

    private async Task<Delivery> SendAsync(IOutboxCarrier carrier, Message message, byte[]? payload)
    {
        // The call must have ended before its lease does, or another node would call the outcome unknown while it is still open.
        using CancellationTokenSource limit = new(options.Value.Lease * 0.75, time);
        try
        {
            return await carrier.SendAsync(message, payload, limit.Token);
        }
        catch (Exception error)
        {
            // A carrier that fails without saying when may have sent it.
            CarrierFailed(logger, carrier.Kind, error);
            return new Delivery(carrier.Repeatable ? DeliveryOutcome.Postponed : DeliveryOutcome.Unknown, error.GetType().Name);
        }
    }

    private OutboxSettlement Judge(OutboxRow row, Delivery delivery)
    {
        DateTimeOffset now = time.GetUtcNow();
        return delivery.Outcome switch
        {
            DeliveryOutcome.Delivered => new OutboxSettlement(OutboxStatus.Sent, now, Receipt: delivery.Receipt),
            DeliveryOutcome.Refused => new OutboxSettlement(OutboxStatus.Dead, now, delivery.Error),
            DeliveryOutcome.Unknown => new OutboxSettlement(OutboxStatus.Unknown, now, delivery.Error),
            DeliveryOutcome.Postponed when row.Attempts >= options.Value.MaxAttempts => new OutboxSettlement(OutboxStatus.Dead, now, $"given up after {row.Attempts} attempts: {delivery.Error}"),
            DeliveryOutcome.Postponed => new OutboxSettlement(OutboxStatus.Due, now + Wait(row, delivery.RetryAfter), delivery.Error),
        };
    }

    private TimeSpan Wait(OutboxRow row, TimeSpan? asked)
    {
        TimeSpan own = options.Value.WaitAfter(row.Attempts, Random.Shared.NextDouble());
        TimeSpan longest = options.Value.LongestRetry;
        return asked is not { } wanted || wanted < own ? own : wanted < longest ? wanted : longest;
    }

    private void Tell(OutboxRow row, OutboxSettlement settlement)
    {
        if (settlement.Status is OutboxStatus.Dead or OutboxStatus.Unknown)
        {
            NotDelivered(logger, row.Id, row.Kind, settlement.Status, settlement.Error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Outbox row {Row} ({Kind}) ended as {Status}: {Reason}")]
    private static partial void NotDelivered(ILogger logger, long row, string kind, OutboxStatus status, string? reason);

    [LoggerMessage(LogLevel.Error, "Sending failed in the carrier {Kind}; the outcome is unknown")]
    private static partial void CarrierFailed(ILogger logger, string kind, Exception error);

    [LoggerMessage(LogLevel.Error, "Outbox row {Row} ({Kind}) could not be settled; it becomes unknown when its lease ends")]
    private static partial void AttemptFailed(ILogger logger, long row, string kind, Exception error);
}
