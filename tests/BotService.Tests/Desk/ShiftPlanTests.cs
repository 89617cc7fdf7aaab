using System.Globalization;
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
        Assert.Equal(back is null ? null : Moment(back), Plan.BackAt(Moment(now), Zone));

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "04:00:00", "2026-03-02T14:00:00Z")]
    [InlineData("2026-03-02T16:00:00Z", "04:00:00", "2026-03-03T11:30:00Z")]
    [InlineData("2026-03-06T16:00:00Z", "04:00:00", "2026-03-09T11:30:00Z")]
    [InlineData("2026-03-07T20:00:00Z", "01:00:00", "2026-03-09T10:00:00Z")]
    [InlineData("2026-03-05T10:00:00Z", "1.00:00:00", "2026-03-06T10:00:00Z")]
    [InlineData("2026-03-06T10:00:00Z", "1.00:00:00", "2026-03-09T10:00:00Z")]
    [InlineData("2026-03-06T10:00:00Z", "2.09:00:00", "2026-03-11T10:30:00Z")]
    [InlineData("2026-03-27T10:00:00Z", "1.00:00:00", "2026-03-30T09:00:00Z")]
    [InlineData("2026-12-24T12:00:00Z", "3.00:00:00", "2026-12-30T12:00:00Z")]
    public void Days_count_as_opening_days_and_hours_as_opening_hours(string from, string span, string end) =>
        Assert.Equal(Moment(end), new WorkingTime(Plan, Zone).After(Moment(from), TimeSpan.Parse(span, CultureInfo.InvariantCulture)));

    [Fact]
    public void Without_hours_or_when_it_is_closed_for_ever_every_hour_counts()
    {
        DateTimeOffset from = Moment("2026-03-06T10:00:00Z");
        ShiftPlan closed = Plan with { Holidays = [.. Enumerable.Range(0, 800).Select(day => new Holiday(new DateOnly(2026, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null))] };
        Assert.Equal(from.AddDays(3), WorkingTime.Always.After(from, TimeSpan.FromDays(3)));
        Assert.Equal(from.AddDays(3), new WorkingTime(closed, Zone).After(from, TimeSpan.FromDays(3)));
    }

    [Fact]
    public void Hours_round_the_clock_count_like_a_clock()
    {
        WorkingTime always = new(new ShiftPlan { Hours = [.. Enumerable.Range(1, 7).Select(day => new OpenHours(day, "00:00", "24:00"))] }, Zone);
        Assert.Equal(Moment("2026-03-08T22:00:00Z"), always.After(Moment("2026-03-06T10:00:00Z"), TimeSpan.FromHours(60)));
    }

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

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
