using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>Two nodes plan and send a campaign of five days whose clocks are apart, jump, and change between summer and winter.</summary>
public abstract partial class RecipientStoreContract
{
    private const int Days = 5;
    private static readonly SendRules WithoutCaps = new(PerDay: 100, PerWeek: 100);

    [Theory]
    [InlineData("2027-03-26", "Europe/London", 1, 30)]
    [InlineData("2027-10-29", "Europe/London", 1, 30)]
    [InlineData("2026-10-02", "Australia/Lord_Howe", 2, 15)]
    public async Task Each_day_of_a_campaign_comes_once_whatever_the_clocks_of_the_nodes_do(string from, string zone, int hour, int minute)
    {
        DateOnly first = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        CampaignPlan plan = new() { Zone = zone, Time = new TimeOnly(hour, minute), ExpireAfter = TimeSpan.FromDays(20), Variants = [new CampaignVariant("t", 1)] };
        Planner planner = new(CampaignId, plan, new StoreHome(TimeZoneInfo.Utc, "en"));
        AudienceMember ann = new() { Id = await CustomerAsync("ann"), ConversationId = "v-ann", Consents = new Dictionary<Reach, bool> { [Reach.Chat] = true } };
        ManualTime other = new();
        Time.Advance(first.ToDateTime(TimeOnly.MinValue) - Time.GetUtcNow().UtcDateTime);
        other.Advance(Time.GetUtcNow() - other.GetUtcNow() + TimeSpan.FromSeconds(5));
        await RunAsync();
        List<string> sent = [];
        for (int step = 0; step < Days * 8; step++)
        {
            IReadOnlyList<string>[] both = await Task.WhenAll(new[] { Time, other }.Select(clock => Task.Run(() => WorkAsync(planner, ann, first, clock))));
            sent.AddRange(both.SelectMany(days => days));
            Time.Advance(TimeSpan.FromHours(3) + Jump(step));
            other.Advance(TimeSpan.FromHours(3) + Jump(step - 3));
        }

        Assert.Equal(Enumerable.Range(0, Days).Select(day => planner.OccurrenceOf(first.AddDays(day))), sent.Order());
        Assert.Equal(Days, (await Conversations.ReadAsync("v-ann", 0, 100, default)).Count);
    }

    // Each jump is taken back two steps later; meanwhile the node works by the wrong time.
    private static TimeSpan Jump(int step) => (step % 16) switch
    {
        1 or 6 => TimeSpan.FromHours(1),
        3 or 4 => TimeSpan.FromHours(-1),
        8 or 14 => TimeSpan.FromDays(1),
        10 or 12 => TimeSpan.FromDays(-1),
        _ => TimeSpan.Zero,
    };

    /// <returns>The days that this node sent.</returns>
    private async Task<IReadOnlyList<string>> WorkAsync(Planner planner, AudienceMember member, DateOnly first, TimeProvider clock)
    {
        SqlRecipientStore recipients = new(Database, clock);
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (DateOnly day in Enumerable.Range(-2, 4).Select(today.AddDays).Where(day => day >= first && day < first.AddDays(Days)))
        {
            await recipients.OpenAsync(CampaignId, day, default);
        }

        foreach (OpenOccurrence open in await recipients.ClaimOccurrencesAsync(10, Lease, default))
        {
            await recipients.PlanAsync(CampaignId, open.Day, member.Id, true, [new PlannedRecipient(planner.On(open.Day, member), Purpose.Greetings)], default);
        }

        List<string> sent = [];
        foreach (Recipient due in await recipients.ClaimDueAsync(new RecipientClaim(CampaignId, Reach.Chat, 100, Lease, []), default))
        {
            sent.AddRange((await recipients.SayAsync([Say(due)], WithoutCaps, default)).Select(_ => due.Occurrence));
        }

        return sent;
    }
}
