using System.Globalization;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Channels;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Sending;

/// <summary>Shows and tries a campaign on one customer. A trial is no part of the campaign: it counts nowhere, and still asks for consent.</summary>
internal sealed class TestSending(
    IAudience audience, ITemplateStore templates, IOwnerDayStore days, Composer composer, CampaignHome home, ProactiveMessages messages, IEnumerable<IReachCarrier> carriers, IAuditLog log, TimeProvider time)
{
    /// <summary>What the customer would read; the recipient is null when there is no such customer, the words when there are none.</summary>
    public async Task<(Recipient? Recipient, Said? Said)> WriteAsync(Campaign campaign, string customerId, int? variant, string? locale, CancellationToken cancellation)
    {
        if (await audience.FindAsync(customerId, campaign.Plan.Purpose, cancellation) is not { } member)
        {
            return (null, null);
        }

        Verdict verdict = PlannerOf(campaign).On(Today, member);
        Recipient recipient = new()
        {
            Id = 0,
            CampaignId = campaign.Id,
            Occurrence = verdict.Occurrence,
            CustomerId = member.Id,
            Channel = verdict.Channel,
            Purpose = campaign.Plan.Purpose,
            Attempts = 0,
            ExpiresAt = verdict.ExpiresAt,
            Variant = variant ?? Math.Max(0, verdict.Variant),
            Locale = locale is "en" or "zh" ? locale : verdict.Locale,
            Zone = verdict.Zone,
            Name = member.Name,
            Address = member.AddressOf(verdict.Channel),
            Facts = campaign.Plan.Event is null ? new Dictionary<string, string>() : TemplateValues.OfEvents.ToDictionary(name => name, name => $"[{name}]"),
        };
        return (recipient, composer.Write(await CampaignTexts.ReadAsync(campaign, templates, cancellation), recipient, await days.AllAsync(cancellation)));
    }

    /// <returns>Null when it was sent, else the code of why not.</returns>
    public async Task<string?> SendAsync(Campaign campaign, string customerId, int? variant, StaffMember member, CancellationToken cancellation)
    {
        (Recipient? recipient, Said? said) = await WriteAsync(campaign, customerId, variant, null, cancellation);
        if (recipient is null || said is null)
        {
            return recipient is null ? "RecipientUnknown" : "PreviewEmpty";
        }

        if (await audience.FindAsync(customerId, campaign.Plan.Purpose, cancellation) is not { } customer || PlannerOf(campaign).On(Today, customer).Exclusion is not (null or Exclusion.HeldOut))
        {
            return "CustomerNotReached";
        }

        await log.WriteAsync(AuditEntry.By(member, "campaign.test", campaign.Id), cancellation);
        bool sent = recipient.Channel == Reach.Chat
            ? await SayAsync(campaign, recipient, said, cancellation)
            : carriers.FirstOrDefault(carrier => carrier.Reach == recipient.Channel && carrier.IsUsed) is { } carrier
                && (await carrier.SendAsync(recipient, said, cancellation)).Outcome == DeliveryOutcome.Delivered;
        return sent ? null : "CustomerNotReached";
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), home.Store.Zone).DateTime);

    private Planner PlannerOf(Campaign campaign) => new(campaign.Id, campaign.Plan, home.Store);

    private async Task<bool> SayAsync(Campaign campaign, Recipient recipient, Said said, CancellationToken cancellation)
    {
        Activity activity = new() { Type = ActivityTypes.Message, Text = said.Text, TextFormat = "markdown", Locale = recipient.Locale, InputHint = "acceptingInput" };
        string key = string.Create(CultureInfo.InvariantCulture, $"trial {campaign.Id} {time.GetUtcNow().ToUnixTimeMilliseconds()}");
        return await messages.SayAsync(recipient.Address ?? "", activity, key, cancellation) is ProactiveOutcome.Stored or ProactiveOutcome.Repeated;
    }
}
