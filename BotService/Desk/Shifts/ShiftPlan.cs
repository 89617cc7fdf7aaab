using System.Globalization;
using SupportBot.Articles;

namespace SupportBot.Desk.Shifts;

/// <summary>
/// When people are there: opening hours, holidays and each agent's week, in the store's zone. Its properties can be set because the
/// serializer leaves init-only ones that a document lacks without their defaults; nobody else sets them.
/// </summary>
internal sealed record ShiftPlan
{
    public string Zone { get; set; } = "Etc/UTC";

    /// <summary>When shoppers reach a person; none means that no hours are promised.</summary>
    public IReadOnlyList<OpenHours> Hours { get; set; } = [];

    public IReadOnlyList<Shift> Shifts { get; set; } = [];

    /// <summary>Days on which nobody is there.</summary>
    public IReadOnlyList<Holiday> Holidays { get; set; } = [];

    /// <summary>Compared at every change.</summary>
    public long Version { get; set; }

    public bool IsRight =>
        Hours is { Count: <= 100 } && Shifts is { Count: <= 5_000 } && Holidays is { Count: <= 1_000 }
        && Hours.All(hours => hours is not null && ShiftTimes.AreRight(hours.Day, hours.From, hours.To))
        && Shifts.All(shift => shift is { AgentId.Length: > 0 and <= 64 } && ShiftTimes.AreRight(shift.Day, shift.From, shift.To))
        && Holidays.All(holiday => holiday is not null && DateOnly.TryParseExact(holiday.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && holiday.Name is null or { Length: <= 100 });

    /// <summary>Null when people are there now or no hours are promised; else when the next hours begin.</summary>
    public DateTimeOffset? BackAt(DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return !IsOpen(local) && NextOpen(local) is { } start ? StoreZone.Moment(start, zone) : null;
    }

    /// <summary>This moment when it lies in the opening hours, else when the next ones begin; null when there are none within a year.</summary>
    public DateTime? NextOpen(DateTime local)
    {
        if (IsOpen(local))
        {
            return local;
        }

        // A year ahead is far enough: whoever closes longer has no hours.
        for (int ahead = 0; Hours.Count > 0 && ahead <= 366; ahead++)
        {
            DateTime day = local.Date.AddDays(ahead);
            DateTime[] starts = [.. On(day).Select(hours => day + ShiftTimes.Read(hours.From)).Where(start => start > local)];
            if (starts.Length > 0)
            {
                return starts.Min();
            }
        }

        return null;
    }

    /// <summary>When the opening hours around a moment end; null when it lies in none.</summary>
    public DateTime? ClosesAt(DateTime local)
    {
        TimeSpan[] ends = [.. On(local.Date).Where(hours => Holds(hours, local)).Select(hours => ShiftTimes.Read(hours.To))];
        return ends.Length == 0 ? null : local.Date + ends.Max();
    }

    /// <summary>How many agents are planned in each hour of a day.</summary>
    public IReadOnlyList<int> Planned(DateOnly date) => IsHoliday(date) ? new int[24] :
    [
        .. Enumerable.Range(0, 24).Select(hour => Shifts
            .Where(shift => shift.Day == ShiftTimes.DayOf(date) && ShiftTimes.Read(shift.From) < TimeSpan.FromHours(hour + 1) && ShiftTimes.Read(shift.To) > TimeSpan.FromHours(hour))
            .Select(shift => shift.AgentId).Distinct().Count()),
    ];

    private bool IsOpen(DateTime local) => On(local.Date).Any(hours => Holds(hours, local));

    private static bool Holds(OpenHours hours, DateTime local) => ShiftTimes.Read(hours.From) <= local.TimeOfDay && local.TimeOfDay < ShiftTimes.Read(hours.To);

    private IEnumerable<OpenHours> On(DateTime day)
    {
        DateOnly date = DateOnly.FromDateTime(day);
        return IsHoliday(date) ? [] : Hours.Where(hours => hours.Day == ShiftTimes.DayOf(date));
    }

    private bool IsHoliday(DateOnly date) => Holidays.Any(holiday => holiday.Date == date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <param name="Day">1 for Monday to 7 for Sunday.</param>
/// <param name="From">As <c>09:00</c>.</param>
/// <param name="To">As <c>18:00</c>; <c>24:00</c> for midnight.</param>
internal sealed record OpenHours(int Day, string From, string To);

/// <inheritdoc cref="OpenHours"/>
internal sealed record Shift(string AgentId, int Day, string From, string To);

/// <param name="Date">As <c>2026-12-25</c>.</param>
/// <param name="Name">What is celebrated.</param>
internal sealed record Holiday(string Date, string? Name);
