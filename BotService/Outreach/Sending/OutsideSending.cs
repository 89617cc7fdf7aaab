using Microsoft.Extensions.Options;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Sending;

/// <summary>Sends e-mails and text messages: marked as being sent first, so that after a crash nobody sends them again.</summary>
internal sealed class OutsideSending(
    IRecipientStore recipients,
    ISuppressionStore suppressions,
    IEnumerable<IReachCarrier> carriers,
    Composer composer,
    IOptions<OutreachOptions> options,
    TimeProvider time)
{
    private readonly IReachCarrier[] carriers = [.. carriers];

    /// <summary>Whether something of this kind can be sent at all.</summary>
    public bool Carries(Reach reach) => reach == Reach.Chat || carriers.Any(carrier => carrier.Reach == reach && carrier.IsUsed);

    public async Task SendAsync(Reach reach, CampaignTexts texts, IReadOnlyList<Recipient> ready, IReadOnlyList<OwnerDay> own, CancellationToken cancellation)
    {
        IReachCarrier carrier = carriers.First(one => one.Reach == reach);
        List<(Recipient Recipient, Said Said)> written = [];
        List<Settlement> settled = [];
        foreach (Recipient recipient in ready)
        {
            // The address may have bounced, or its owner said stop, since it was planned.
            if (await suppressions.HoldsAsync(reach, recipient.Address ?? "", cancellation))
            {
                settled.Add(Settlement.Not(recipient, Exclusion.Suppressed));
            }
            else if (composer.Write(texts, recipient, own) is { } said)
            {
                written.Add((recipient, said));
            }
            else
            {
                settled.Add(Settlement.Not(recipient, Exclusion.ValueMissing));
            }
        }

        await recipients.SettleAsync(settled, cancellation);
        IReadOnlyList<Recipient> going = await recipients.BeginAsync([.. written.Select(one => one.Recipient)], SendRules.Of(options.Value, texts.Campaign.Plan), options.Value.Lease, CancellationToken.None);
        HashSet<long> allowed = [.. going.Select(recipient => recipient.Id)];
        await Task.WhenAll(written.Where(one => allowed.Contains(one.Recipient.Id)).Select(one => SendAsync(carrier, one.Recipient, one.Said)));
    }

    // Once begun it is settled, whatever stops: an unsettled row would look unknown.
    private async Task SendAsync(IReachCarrier carrier, Recipient recipient, Said said)
    {
        Delivery delivery;
        using (CancellationTokenSource limit = new(options.Value.Lease * 0.75, time))
        {
            delivery = await carrier.SendAsync(recipient, said, limit.Token);
        }

        if (delivery.Outcome == DeliveryOutcome.Refused && carrier.Reach == Reach.Email && delivery.Error is "SMTP 550" or "SMTP 551" or "SMTP 553")
        {
            await suppressions.AddAsync(carrier.Reach, recipient.Address ?? "", "bounced", null, CancellationToken.None);
        }

        await recipients.SettleAsync([Judge(recipient, delivery)], CancellationToken.None);
    }

    private Settlement Judge(Recipient recipient, Delivery delivery) => delivery.Outcome switch
    {
        DeliveryOutcome.Delivered => new Settlement(recipient, RecipientStatus.Sent),
        DeliveryOutcome.Refused => new Settlement(recipient, RecipientStatus.Dead, Error: delivery.Error),
        DeliveryOutcome.Unknown => new Settlement(recipient, RecipientStatus.Unknown, Error: delivery.Error),
        DeliveryOutcome.Postponed when recipient.Attempts >= options.Value.MaxAttempts => new Settlement(recipient, RecipientStatus.Dead, Error: $"given up after {recipient.Attempts} attempts: {delivery.Error}"),
        DeliveryOutcome.Postponed => Settlement.Later(recipient, time.GetUtcNow() + WaitOf(recipient, delivery), delivery.Error),
    };

    private TimeSpan WaitOf(Recipient recipient, Delivery delivery)
    {
        TimeSpan own = options.Value.WaitAfter(recipient.Attempts, Random.Shared.NextDouble());
        return delivery.RetryAfter is { } asked && asked > own && asked < TimeSpan.FromHours(1) ? asked : own;
    }
}
