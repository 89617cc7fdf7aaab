using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Festivals;

namespace SupportBot.Outreach.Planning;

/// <summary>The days a campaign is sent on.</summary>
internal static class OccurrenceDays
{
    private const int MonthsOfFirstYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>Its days from one to another, both included; every day when each recipient has their own.</summary>
    public static IEnumerable<DateOnly> Of(CampaignPlan plan, IReadOnlyList<OwnerDay> own, DateOnly first, DateOnly last) => plan.Occasion switch
    {
        Occasion.Once => plan.Day is { } day && day >= first && day <= last ? [day] : [],
        Occasion.Festival => FestivalCalendar.Find(plan.Festival ?? "") is { } festival ? Shifted(plan, first, last, festival.In) : [],
        Occasion.OwnerDay => own.FirstOrDefault(day => day.Id == plan.OwnerDay) is { } wanted ? Shifted(plan, first, last, wanted.In) : [],
        Occasion.Birthday or Occasion.Membership or Occasion.Visit => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays),
        Occasion.Event => [],
    };

    /// <summary>Whether a member's own day is meant on this day.</summary>
    public static bool IsDayOf(CampaignPlan plan, AudienceMember member, DateOnly day)
    {
        DateOnly occasion = day.AddDays(-plan.OffsetDays);
        return plan.Occasion switch
        {
            Occasion.Birthday => member.Birthday is { } born && WesternDays.Anniversary(born, occasion.Year) == occasion,
            Occasion.Membership => member.MemberSince is { } since && occasion.Year > since.Year && WesternDays.Anniversary(since, occasion.Year) == occasion,
            Occasion.Visit => member.MemberSince is { } since && IsVisit(since, occasion),
            Occasion.Once or Occasion.Festival or Occasion.OwnerDay or Occasion.Event => true,
        };
    }

    /// <summary>Birthdays, as <c>MM-dd</c>, that are kept on the day before the offset.</summary>
    public static IReadOnlyList<string> Birthdays(CampaignPlan plan, DateOnly day)
    {
        DateOnly occasion = day.AddDays(-plan.OffsetDays);
        bool leaplings = occasion is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(occasion.Year);
        return [occasion.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), .. leaplings ? (string[])["02-29"] : []];
    }

    /// <summary>Days of a month, as <c>dd</c>, whose monthly return is kept on the day.</summary>
    public static IReadOnlyList<string> MonthDays(CampaignPlan plan, DateOnly day)
    {
        DateOnly occasion = day.AddDays(-plan.OffsetDays);
        bool last = occasion.Day == DateTime.DaysInMonth(occasion.Year, occasion.Month);
        return [.. Enumerable.Range(occasion.Day, last ? 32 - occasion.Day : 1).Select(number => number.ToString("00", System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static bool IsVisit(DateOnly since, DateOnly day)
    {
        int months = (day.Year - since.Year) * 12 + day.Month - since.Month;
        return months > 0 && since.AddMonths(months) == day && (months <= MonthsOfFirstYear || months % MonthsOfQuarter == 0);
    }

    private static IEnumerable<DateOnly> Shifted(CampaignPlan plan, DateOnly first, DateOnly last, Func<int, IReadOnlyList<DateOnly>> inYear)
    {
        int from = Math.Max(Festival.FirstYear, first.AddDays(-plan.OffsetDays).Year);
        int to = Math.Min(Festival.LastYear, last.AddDays(-plan.OffsetDays).Year);
        return Enumerable.Range(from, Math.Max(0, to - from + 1)).SelectMany(inYear).Select(day => day.AddDays(plan.OffsetDays)).Where(day => day >= first && day <= last);
    }
}
