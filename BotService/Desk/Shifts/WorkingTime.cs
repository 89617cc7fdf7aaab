using SupportBot.Articles;

namespace SupportBot.Desk.Shifts;

/// <summary>Counts time as the store works: whole days as opening days, what is left as opening hours. Where no hours are promised, every hour counts.</summary>
/// <param name="Plan">The opening hours and holidays.</param>
/// <param name="Zone">The store's zone, in which they are meant.</param>
internal sealed record WorkingTime(ShiftPlan Plan, TimeZoneInfo Zone)
{
    /// <summary>Every hour counts.</summary>
    public static WorkingTime Always { get; } = new(new ShiftPlan(), TimeZoneInfo.Utc);

    /// <summary>The moment at which so much time has passed: three days end at the same time of the third opening day, four hours after four opening hours.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan span)
    {
        if (Plan.NextOpen(TimeZoneInfo.ConvertTime(from, Zone).DateTime) is not { } start)
        {
            return from + span;
        }

        int days = (int)span.TotalDays;
        DateTime? at = start;
        for (int day = 0; day < days && at is { } reached; day++)
        {
            at = Plan.NextOpen(reached.Date.AddDays(1)) is { } next ? next.Date + reached.TimeOfDay : null;
        }

        return at is { } last && Spend(last, span - TimeSpan.FromDays(days)) is { } end ? StoreZone.Moment(end, Zone) : from + span;
    }

    private DateTime? Spend(DateTime from, TimeSpan left)
    {
        DateTime? at = Plan.NextOpen(from);
        while (at is { } start && Plan.ClosesAt(start) is { } closes && left > closes - start)
        {
            left -= closes - start;
            at = Plan.NextOpen(closes);
        }

        return at + left;
    }
}
