using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;
using SupportBot.Storage;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>Two nodes plan and send birthday greetings of five days whose clocks are apart, jump, and change between summer and winter.</summary>
public abstract partial class RecipientStoreContract
{
    private const int Days = 5;
    private static readonly SendRules WithoutCaps = new(PerDay: 100, PerWeek: 100);

    [Theory]
    [InlineData("2027-03-26", "Europe/London", 1, 30)]
    [InlineData("2027-10-29", "Europe/London", 1, 30)]
    [InlineData("2026-10-02", "Australia/Lord_Howe", 2, 15)]
    public async Task Each_birthday_is_planned_and_greeted_once_whatever_the_clocks_of_the_nodes_do(string from, string zone, int hour, int minute)
    {
        DateOnly first = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        CampaignPlan plan = new() { Occasion = Occasion.Birthday, Everyone = true, Zone = zone, Time = new TimeOnly(hour, minute), ExpireAfter = TimeSpan.FromDays(20), Variants = [new CampaignVariant("t", 1)] };
        ManualTime other = new();
        Time.Advance(first.ToDateTime(TimeOnly.MinValue) - Time.GetUtcNow().UtcDateTime);
        other.Advance(Time.GetUtcNow() - other.GetUtcNow() + TimeSpan.FromSeconds(5));
        string[] conversations = [.. Enumerable.Range(0, Days).Select(day => $"v-n{day}")];
        for (int day = 0; day < Days; day++)
        {
            await BornAsync($"n{day}", first.AddDays(day).AddYears(-30));
        }

        await RunAsync(plan);
        LiveArticles articles = await ArticlesAsync();
        List<string> sent = [];
        for (int step = 0; step < Days * 8; step++)
        {
            IReadOnlyList<string>[] both = await Task.WhenAll(new[] { Time, other }.Select(clock => Task.Run(() => WorkAsync(articles, clock))));
            sent.AddRange(both.SelectMany(greeted => greeted));
            Time.Advance(TimeSpan.FromHours(3) + Jump(step));
            other.Advance(TimeSpan.FromHours(3) + Jump(step - 3));
        }

        Assert.Equal(conversations, sent.Order());
        Assert.All(conversations, conversation => Assert.Single(Conversations.ReadAsync(conversation, 0, 100, default).AsTask().Result));
        TimeZoneInfo there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(
            Enumerable.Range(0, Days).Select(day => StoreZone.Moment(first.AddDays(day).ToDateTime(plan.Time), there).ToUnixTimeMilliseconds()),
            await Database.ReadAsync(async connection => (await connection.QueryAsync<long>("select planned_at from recipient order by planned_at")).ToArray(), default));
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

    /// <returns>The conversations in which this node has greeted.</returns>
    private async Task<IReadOnlyList<string>> WorkAsync(LiveArticles articles, TimeProvider clock)
    {
        SqlRecipientStore recipients = new(Database, clock);
        CampaignPlanner planner = new(new SqlCampaignStore(Database, clock), new SqlSegmentStore(Database, clock), new SqlAudience(Database, Phones.British, clock), recipients, new SqlOwnerDayStore(Database), new CampaignHome(articles), clock);
        await planner.PlanDueAsync(default);
        List<string> sent = [];
        foreach (Recipient due in await recipients.ClaimDueAsync(new RecipientClaim(CampaignId, Reach.Chat, 100, Lease, []), default))
        {
            sent.AddRange(await recipients.SayAsync([Say(due)], WithoutCaps, default));
        }

        return sent;
    }

    private async Task BornAsync(string name, DateOnly day)
    {
        string id = await CustomerAsync(name);
        await Database.WriteAsync(connection => connection.ExecuteAsync("update customer set birthday = @born where id = @id", new { born = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), id }), default);
    }

    // Where the store is at home is read from its articles.
    private async Task<LiveArticles> ArticlesAsync()
    {
        LiveArticles articles = new(Options.Create(new ArticleOptions { Directory = TestStore.Directory }), Options.Create(new DataOptions()), NoArticles, Time, NullLogger<LiveArticles>.Instance);
        await articles.LoadAsync(default);
        return articles;
    }
}
