using SupportBot.Outreach.Reminders;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every store of reminders must do.</summary>
public abstract class ReminderStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    protected ManualTime Time { get; } = new();

    private protected abstract IReminderStore Reminders { get; }

    /// <summary>The same rows as a node with another clock sees them.</summary>
    private protected abstract IReminderStore With(TimeProvider time);

    [Fact]
    public async Task Those_to_come_are_listed_the_next_first()
    {
        await SetAsync("c1", "B", 2);
        await SetAsync("c1", "A", 1);
        await SetAsync("c2", "A", 1);
        Assert.Equal(["A", "B"], (await Reminders.PendingAsync("c1", 9, default)).Select(row => row.Reference));
        Assert.Single(await Reminders.PendingAsync("c1", 1, default));
    }

    [Fact]
    public async Task Setting_it_again_changes_nothing()
    {
        await SetAsync("c1", "A", 1);
        await SetAsync("c1", "A", 5);
        Assert.Equal(Time.GetUtcNow().AddHours(1), Assert.Single(await Reminders.PendingAsync("c1", 9, default)).DueAt);
    }

    [Fact]
    public async Task A_due_one_is_leased_to_one_caller_and_settled_once()
    {
        await SetAsync("c1", "A", 1);
        Assert.Empty(await Reminders.ClaimDueAsync(10, Lease, default));
        Time.Advance(TimeSpan.FromHours(1));
        IReadOnlyList<ReminderRow>[] claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Reminders.ClaimDueAsync(10, Lease, default)));
        ReminderRow row = Assert.Single(claims.SelectMany(claimed => claimed));
        await Reminders.SettleAsync([(row, ReminderStatus.Said)], default);
        Time.Advance(Lease);
        Assert.Empty(await Reminders.ClaimDueAsync(10, Lease, default));
        Assert.Empty(await Reminders.PendingAsync("c1", 9, default));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Nodes_whose_clocks_are_seconds_apart_do_not_both_get_it(int seconds)
    {
        ManualTime skewed = new();
        skewed.Advance(TimeSpan.FromSeconds(seconds));
        IReminderStore other = With(skewed);
        await SetAsync("c1", "A", 0);
        List<ReminderRow> claimed = [];
        for (int second = 0; second < 20; second++)
        {
            claimed.AddRange(await Reminders.ClaimDueAsync(10, Lease, default));
            claimed.AddRange(await other.ClaimDueAsync(10, Lease, default));
            Time.Advance(TimeSpan.FromSeconds(1));
            skewed.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Single(claimed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_clock_that_jumps_back_and_forth_gives_each_once(int hours)
    {
        await SetAsync("c1", "A", 0);
        ReminderRow row = Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default));
        await Reminders.SettleAsync([(row, ReminderStatus.Said)], default);
        await SetAsync("c1", "B", 1);
        Time.Advance(TimeSpan.FromHours(-hours));
        Assert.Empty(await Reminders.ClaimDueAsync(10, Lease, default));
        Time.Advance(TimeSpan.FromHours((2 * hours) + 1));
        Assert.Equal("B", Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default)).Reference);
    }

    [Fact]
    public async Task What_its_holder_has_not_settled_is_leased_again()
    {
        await SetAsync("c1", "A", 0);
        Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default));
        Assert.Empty(await Reminders.ClaimDueAsync(10, Lease, default));
        Time.Advance(Lease);
        Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default));
    }

    [Fact]
    public async Task A_moved_one_is_due_at_its_new_time_even_while_leased()
    {
        await SetAsync("c1", "A", 0);
        ReminderRow row = Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default));
        await Reminders.MoveAsync("c1", "A", Time.GetUtcNow().AddHours(2), default);
        await Reminders.SettleAsync([(row, ReminderStatus.Said)], default);
        Time.Advance(TimeSpan.FromHours(2));
        Assert.Single(await Reminders.ClaimDueAsync(10, Lease, default));
    }

    [Fact]
    public async Task A_dropped_one_never_falls_due()
    {
        await SetAsync("c1", "A", 1);
        await Reminders.DropAsync("c1", "A", default);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Reminders.ClaimDueAsync(10, Lease, default));
        await Reminders.MoveAsync("c1", "A", Time.GetUtcNow(), default);
        Assert.Empty(await Reminders.PendingAsync("c1", 9, default));
    }

    [Fact]
    public async Task No_more_are_claimed_than_asked_for_the_oldest_first()
    {
        await SetAsync("c1", "late", 2);
        await SetAsync("c1", "early", 1);
        Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal("early", Assert.Single(await Reminders.ClaimDueAsync(1, Lease, default)).Reference);
        Assert.Equal("late", Assert.Single(await Reminders.ClaimDueAsync(1, Lease, default)).Reference);
    }

    [Fact]
    public async Task A_look_for_those_that_are_due_costs_the_same_however_many_are_still_to_come()
    {
        long tomorrow = Time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds();
        await FillAsync(1, 1_000, tomorrow);
        long few = await CostOfLookAsync();
        await FillAsync(1_001, 40_000, tomorrow);
        Assert.InRange(await CostOfLookAsync(), 1, few + 3);
    }

    /// <summary>Adds reminders of as many conversations that are due from then on.</summary>
    private protected abstract Task FillAsync(int from, int to, long dueAt);

    /// <summary>What the database does for a claim that finds nothing: in its own measure.</summary>
    private protected abstract Task<long> CostOfLookAsync();

    private Task SetAsync(string conversation, string reference, int hours) =>
        Reminders.SetAsync(new ReminderRow(conversation, reference, Time.GetUtcNow().AddHours(hours), "pay", "en"), default);
}
