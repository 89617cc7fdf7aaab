using SupportBot.Articles;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>Clock times in every zone there is, around every change of the clocks from 2015 to 2030.</summary>
public sealed class LocalTimeTests
{
    private static readonly QuietHours Quiet = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    public static TheoryData<string> Zones => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)];

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_time_left_out_moves_forward_and_one_that_comes_twice_is_taken_once(string id)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        Planner planner = new("c", new CampaignPlan { Variants = [new CampaignVariant("t", 1)] }, new StoreHome(TimeZoneInfo.Utc, "en"));
        foreach (DateOnly day in Changes(zone))
        {
            foreach (int hour in (int[])[0, 1, 2, 3])
            {
                DateTimeOffset due = (planner with { Plan = planner.Plan with { Time = new TimeOnly(hour, 30) } }).On(day, Member(id)).DueAt;
                DateTime wanted = day.ToDateTime(new TimeOnly(hour, 30));
                DateTime clock = TimeZoneInfo.ConvertTime(due, zone).DateTime;

                // Looked for quarter by quarter, so that nothing but the clock itself is believed.
                DateTimeOffset? first = Quarters(wanted).Where(quarter => TimeZoneInfo.ConvertTime(quarter, zone).DateTime == wanted).Select(quarter => (DateTimeOffset?)quarter).FirstOrDefault();
                Assert.True(first is { } found ? due == found : clock > wanted && clock - wanted <= TimeSpan.FromHours(3), $"{id} {wanted:s} came at {due:o}, {clock:s}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Quiet_hours_end_in_the_morning_of_that_place(string id)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        foreach (DateOnly day in Changes(zone))
        {
            for (int half = 0; half < 2 * 48; half++)
            {
                DateTimeOffset moment = StoreZone.Moment(day.ToDateTime(TimeOnly.MinValue).AddDays(-1), zone).AddMinutes(30 * half);
                bool night = Quiet.Holds(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime));
                DateTimeOffset? end = Quiet.EndAfter(moment, zone);
                Assert.Equal(night, end is not null);
                if (end is { } morning)
                {
                    Assert.True(morning > moment && morning - moment <= TimeSpan.FromHours(36), $"{id} {moment:o} → {morning:o}");
                    Assert.False(Quiet.Holds(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(morning, zone).DateTime)), $"{id} {moment:o} → {morning:o}");
                }
            }
        }
    }

    [Fact]
    public void Quiet_hours_may_lie_within_a_day_or_be_none()
    {
        DateTimeOffset noon = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(noon.AddHours(2), new QuietHours(new TimeOnly(11, 0), new TimeOnly(14, 0)).EndAfter(noon, TimeZoneInfo.Utc));
        Assert.Null(new QuietHours(default, default).EndAfter(noon, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Where_several_quiet_hours_meet_the_message_waits_until_none_holds()
    {
        QuietHours[] both = [Quiet, new(new TimeOnly(7, 30), new TimeOnly(10, 0))];
        DateTimeOffset night = new(2026, 3, 3, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero), QuietHours.EndAfter(both, night, TimeZoneInfo.Utc));
        Assert.Null(QuietHours.EndAfter(both, night.AddHours(12), TimeZoneInfo.Utc));
        Assert.False(QuietHours.AreEndless(both));
        Assert.True(QuietHours.AreEndless([Quiet, new(new TimeOnly(8, 0), new TimeOnly(21, 0))]));
    }

    [Theory]
    [InlineData("Europe/Paris", "Asia/Tokyo", ZoneReason.Profile, "Europe/Paris")]
    [InlineData(null, "Asia/Tokyo", ZoneReason.Browser, "Asia/Tokyo")]
    [InlineData("Mars/Olympus", "nowhere", ZoneReason.Store, "Asia/Shanghai")]
    [InlineData(null, null, ZoneReason.Store, "Asia/Shanghai")]
    public void The_zone_is_the_profiles_else_the_browsers_else_the_stores_and_says_so(string? own, string? seen, object reason, string expected)
    {
        StoreHome store = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), "zh");
        Verdict verdict = new Planner("c", new CampaignPlan { Variants = [new CampaignVariant("t", 1)] }, store).On(new DateOnly(2026, 6, 1), Member(own) with { SeenZone = seen });
        Assert.Equal((reason, expected, "zh"), ((object)verdict.ZoneReason, verdict.Zone, verdict.Locale));
    }

    [Fact]
    public void A_day_and_a_week_begin_by_the_recipients_calendar()
    {
        TimeZoneInfo tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        DateTimeOffset moment = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(9)), LocalDays.StartOfDay(moment, tokyo));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(9)), LocalDays.StartOfWeek(moment, tokyo));
        Assert.Equal(new DateTimeOffset(2026, 2, 23, 0, 0, 0, TimeSpan.Zero), LocalDays.StartOfWeek(moment, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    [InlineData(15, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void New_customers_are_visited_monthly_in_their_first_year_and_then_quarterly(int months, bool visited)
    {
        DateOnly since = new(2026, 1, 31);
        CampaignPlan plan = new() { Occasion = Occasion.Visit };
        DateOnly day = since.AddMonths(months);
        Assert.Equal(visited, OccurrenceDays.IsDayOf(plan, Member(null) with { MemberSince = since }, day));
        Assert.Contains("31", OccurrenceDays.MonthDays(plan, new DateOnly(2027, 2, 28)));
    }

    private static AudienceMember Member(string? zone) => new() { Id = "ann", Zone = zone, ConversationId = "v", Consents = new Dictionary<Reach, bool> { [Reach.Chat] = true } };

    // Every quarter of an hour in which it can be that time anywhere on earth.
    private static IEnumerable<DateTimeOffset> Quarters(DateTime wanted)
    {
        DateTimeOffset from = new DateTimeOffset(wanted, TimeSpan.Zero).AddHours(-15);
        return Enumerable.Range(0, 4 * 30).Select(quarter => from.AddMinutes(15 * quarter));
    }

    // The days around every change of the zone's offset.
    private static IEnumerable<DateOnly> Changes(TimeZoneInfo zone)
    {
        DateTimeOffset end = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        TimeSpan before = zone.GetUtcOffset(new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero));
        for (DateTimeOffset at = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero); at < end; at = at.AddHours(12))
        {
            if (zone.GetUtcOffset(at) is var now && now != before)
            {
                before = now;
                DateOnly day = DateOnly.FromDateTime((at + now).DateTime);
                yield return day.AddDays(-1);
                yield return day;
                yield return day.AddDays(1);
            }
        }
    }
}
