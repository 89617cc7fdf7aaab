using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What must hold of recipients on every database: each once, by the rules of the very moment.</summary>
public abstract partial class RecipientStoreContract
{
    private const string CampaignId = "c1";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly SendRules Rules = new(PerDay: 1, PerWeek: 2);

    protected ManualTime Time { get; } = new();

    private protected abstract IOutreachDatabase Database { get; }

    private protected abstract IConversationStore Conversations { get; }

    private protected abstract ICustomerStore Customers { get; }

    private protected abstract IArticleStore NoArticles { get; }

    private SqlRecipientStore Recipients => new(Database, Time);

    private SqlCampaignStore Campaigns => new(Database, Time);

    [Fact]
    public async Task Whoever_is_planned_twice_is_planned_once()
    {
        await RunAsync();
        string ann = await CustomerAsync("ann");
        await PlanAsync(ann);
        await PlanAsync(ann);
        Assert.Equal(1, (await Recipients.ResultsAsync(CampaignId, default)).Queued);
    }

    [Fact]
    public async Task A_due_row_is_leased_to_one_caller_and_again_when_its_lease_ends()
    {
        await RunAsync();
        await PlanAsync(await CustomerAsync("ann"));
        IReadOnlyList<Recipient>[] claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync()));
        Assert.Single(claims.SelectMany(claimed => claimed));
        Assert.Empty(await ClaimAsync());
        Time.Advance(Lease);
        Assert.Equal(2, Assert.Single(await ClaimAsync()).Attempts);
    }

    [Fact]
    public async Task Caps_hold_when_many_campaigns_reach_for_one_customer_at_once()
    {
        string ann = await CustomerAsync("ann");
        List<ToSay> rows = [];
        for (int number = 1; number <= 8; number++)
        {
            await RunAsync($"c{number}");
            await PlanAsync(ann, $"c{number}");
            rows.Add(Say(Assert.Single(await ClaimAsync($"c{number}"))));
        }

        IReadOnlyList<string>[] said = await Task.WhenAll(rows.Select(row => Task.Run(() => Recipients.SayAsync([row], Rules, default))));
        Assert.Single(said.SelectMany(conversations => conversations));
        Assert.Single(await Conversations.ReadAsync("v-ann", 0, 10, default));
    }

    [Fact]
    public async Task Reminders_do_not_count_into_the_caps()
    {
        string ann = await CustomerAsync("ann");
        await RunAsync("c1", Purpose.Reminders);
        await RunAsync("c2");
        await PlanAsync(ann, "c1", Purpose.Reminders);
        await PlanAsync(ann, "c2");
        Assert.Single(await SayAsync(Assert.Single(await ClaimAsync("c1"))));
        Assert.Single(await SayAsync(Assert.Single(await ClaimAsync("c2"))));
    }

    [Fact]
    public async Task What_was_being_sent_when_its_sender_vanished_is_unknown_until_a_person_sends_it_again()
    {
        await RunAsync();
        await PlanAsync(await CustomerAsync("ann"));
        Recipient row = Assert.Single(await ClaimAsync());
        Assert.Single(await Recipients.BeginAsync([row], Rules, Lease, default));
        Assert.Equal(0, await Recipients.FlagLostAsync(default));
        Time.Advance(Lease);
        Assert.Equal(1, await Recipients.FlagLostAsync(default));
        Assert.Empty(await ClaimAsync());
        FailedRecipient failed = Assert.Single(await Recipients.FailedAsync(long.MaxValue, 10, default));
        Assert.Equal(RecipientStatus.Unknown, failed.Status);

        // The one who was thought lost comes too late to say otherwise.
        await Recipients.SettleAsync([new Settlement(row, RecipientStatus.Sent)], default);
        Assert.Single(await Recipients.FailedAsync(long.MaxValue, 10, default));
        Assert.Equal(1, await Recipients.ReplayAsync([failed.Id], TimeSpan.FromHours(1), default));
        Assert.Single(await ClaimAsync());
    }

    [Theory]
    [InlineData(CampaignStatus.Finished, 1, CampaignStatus.Running)]
    [InlineData(CampaignStatus.Paused, 1, CampaignStatus.Paused)]
    [InlineData(CampaignStatus.Cancelled, 0, CampaignStatus.Cancelled)]
    internal async Task What_is_sent_again_takes_a_finished_campaign_up_and_no_ended_one(CampaignStatus status, int replayed, CampaignStatus after)
    {
        await RunAsync();
        await PlanAsync(await CustomerAsync("ann"));
        Recipient row = Assert.Single(await ClaimAsync());
        await Recipients.SettleAsync([new Settlement(row, RecipientStatus.Dead, Error: "refused")], default);
        await SetAsync(status);
        Assert.Equal(replayed, await Recipients.ReplayAsync([row.Id], TimeSpan.FromHours(1), default));
        Assert.Equal(after, (await Campaigns.FindAsync(CampaignId, default))!.Status);
    }

    [Fact]
    public async Task A_bucket_lets_through_what_its_rate_allows_whoever_asks()
    {
        await RunAsync();
        for (int number = 0; number < 40; number++)
        {
            await PlanAsync(await CustomerAsync($"n{number}"));
        }

        int claimed = 0;
        for (int tenth = 0; tenth < 20; tenth++)
        {
            claimed += (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Recipients.ClaimDueAsync(new RecipientClaim(CampaignId, Reach.Chat, 10, Lease, [("five", 5)]), default)))).Sum(rows => rows.Count);
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        // Two seconds at five a second, and the one the bucket held at the beginning.
        Assert.InRange(claimed, 9, 11);
    }

    [Fact]
    public async Task What_is_called_off_is_not_sent()
    {
        await RunAsync();
        string ann = await CustomerAsync("ann");
        await PlanAsync(ann, subject: "ORDER-1");
        await Recipients.CallOffAsync([CampaignId], "ORDER-1", default);
        Assert.Empty(await ClaimAsync());
        Assert.Equal(1, (await Recipients.ResultsAsync(CampaignId, default)).Excluded["reasonGone"]);
    }

    [Fact]
    public async Task An_ended_campaign_gets_no_more_recipients()
    {
        await RunAsync();
        await SetAsync(CampaignStatus.Cancelled);
        Assert.False(await PlanAsync(await CustomerAsync("ann")));
        Assert.Equal(0, (await Recipients.ResultsAsync(CampaignId, default)).Queued);
    }

    [Fact]
    public async Task A_merged_file_takes_what_is_planned_for_it_along_and_nobody_gets_it_twice()
    {
        await RunAsync();
        string ann = await CustomerAsync("ann");
        string same = await CustomerAsync("same");
        await PlanAsync(ann);
        await PlanAsync(same);
        await Customers.MergeAsync(same, ann, AuditEntry.ByConsole("test", ann), default);
        Assert.Equal(ann, Assert.Single(await ClaimAsync()).CustomerId);
    }

    private Task<OutreachSaved> RunAsync(string id = CampaignId, Purpose purpose = Purpose.Greetings) => RunAsync(new CampaignPlan { Purpose = purpose }, id);

    private Task<OutreachSaved> RunAsync(CampaignPlan plan, string id = CampaignId) => Campaigns.SaveAsync(
        new Campaign { Id = id, Name = id, Status = CampaignStatus.Running, Plan = plan, CreatedBy = "a", EditedBy = "a", LaunchedAt = Time.GetUtcNow(), CreatedAt = Time.GetUtcNow(), UpdatedAt = Time.GetUtcNow() },
        AuditEntry.ByConsole("test", id),
        default);

    private async Task SetAsync(CampaignStatus status) =>
        Assert.Equal(OutreachSaved.Saved, await Campaigns.SaveAsync((await Campaigns.FindAsync(CampaignId, default))! with { Status = status }, AuditEntry.ByConsole("test", CampaignId), default));

    private async Task<string> CustomerAsync(string name, string? tag = null)
    {
        await Conversations.AppendAsync(new Append { ConversationId = $"v-{name}", Opening = new Opening("directline", name) }, default);
        string id = await Customers.AdmitAsync(new Newcomer(name, "en", [], $"v-{name}"), null, default);
        await AgreeAsync(id, true);
        if (tag is not null)
        {
            await Customers.SaveAsync((await Customers.FindAsync(id, default))! with { Tags = [tag] }, AuditEntry.ByConsole("test", id), default);
        }

        return id;
    }

    private Task<CustomerSaved> AgreeAsync(string id, bool given) => Customers.ConsentAsync(id, new Consent("chat", "greetings", given, "test", Time.GetUtcNow()), null, default);

    private async Task BlockAsync(string id) =>
        await Customers.SaveAsync((await Customers.FindAsync(id, default))! with { Blocked = new Block("rude", null) }, AuditEntry.ByConsole("test", id), default);

    private Task<bool> PlanAsync(string customer, string campaign = CampaignId, Purpose purpose = Purpose.Greetings, string? subject = null)
    {
        DateTimeOffset now = Time.GetUtcNow();
        Verdict verdict = new(customer, "2026-03-29", Reach.Chat, null, now, now.AddHours(5), "en", "Europe/London", ZoneReason.Profile, 0, true);
        return Recipients.PlanAsync(campaign, null, "", false, [new PlannedRecipient(verdict, purpose, subject)], default);
    }

    private Task<IReadOnlyList<Recipient>> ClaimAsync(string campaign = CampaignId) => Recipients.ClaimDueAsync(new RecipientClaim(campaign, Reach.Chat, 100, Lease, []), default);

    private Task<IReadOnlyList<string>> SayAsync(Recipient recipient) => Recipients.SayAsync([Say(recipient)], Rules, default);

    /// <returns>How many of so many new customers were told.</returns>
    private protected async Task<int> GreetAsync(int first, int count)
    {
        await RunAsync();
        for (int number = first; number < first + count; number++)
        {
            await PlanAsync(await CustomerAsync($"n{number}"));
        }

        return (await Recipients.SayAsync([.. (await ClaimAsync()).Select(Say)], Rules, default)).Count;
    }

    private static ToSay Say(Recipient recipient) =>
        new(recipient, new Saying(recipient.Address!, new NewMessage(Sender.Bot, "{}"u8.ToArray()) { ClientId = $"outreach {recipient.Id}" }, null));
}
