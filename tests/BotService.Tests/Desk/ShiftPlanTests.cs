using SupportBot.Desk.Shifts;

namespace SupportBot.BotService.Tests.Desk;

public sealed class ShiftPlanTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly ShiftPlan Plan = new()
    {
        Hours = [.. Enumerable.Range(1, 5).Select(day => new OpenHours(day, "09:00", "17:30"))],
        Shifts = [new Shift("a", 1, "09:00", "13:30"), new Shift("b", 1, "12:00", "17:30"), new Shift("b", 1, "12:30", "13:00")],
        Holidays = [new Holiday("2026-12-25", "Christmas Day")],
    };

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", null)]
    [InlineData("2026-03-02T08:59:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("2026-03-06T17:30:00Z", "2026-03-09T09:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-30T08:00:00Z")]
    [InlineData("2026-12-24T18:00:00Z", "2026-12-28T09:00:00Z")]
    public void People_are_back_at_the_next_opening_in_the_stores_zone(string now, string? back) =>
        Assert.Equal(back is null ? null : DateTimeOffset.Parse(back, System.Globalization.CultureInfo.InvariantCulture), Plan.BackAt(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Zone));

    [Fact]
    public void Without_hours_nothing_is_promised() => Assert.Null(new ShiftPlan().BackAt(DateTimeOffset.UnixEpoch, Zone));

    [Fact]
    public void An_hour_counts_each_agent_once_and_a_holiday_nobody()
    {
        IReadOnlyList<int> monday = Plan.Planned(new DateOnly(2026, 3, 2));
        Assert.Equal((0, 1, 2, 2, 1, 0), (monday[8], monday[9], monday[12], monday[13], monday[17], monday[18]));
        Assert.All((Plan with { Holidays = [new Holiday("2026-03-02", null)] }).Planned(new DateOnly(2026, 3, 2)), hour => Assert.Equal(0, hour));
    }

    [Theory]
    [InlineData(0, "09:00", "17:00")]
    [InlineData(1, "9:00", "17:00")]
    [InlineData(1, "17:00", "09:00")]
    [InlineData(1, "25:00", "26:00")]
    public void Wrong_times_are_refused(int day, string from, string to) => Assert.False(new ShiftPlan { Hours = [new OpenHours(day, from, to)] }.IsRight);
}
