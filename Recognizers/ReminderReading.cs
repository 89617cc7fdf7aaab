using System.Globalization;
using SupportBot.Recognizers.Dates;

namespace SupportBot.Recognizers;

/// <summary>
/// The moment a person most likely means when asking to be reminded. Of the candidates only those after the reference count, and
/// of an hour that can be of either half of the day the first one between <see cref="FirstHour"/> and <see cref="LastHour"/>. A day
/// without an hour, and a range of days by its first day, is taken at the default hour, or today at the next full hour once
/// that has passed; a time without a day is the next such time. A day of the Chinese calendar, which is written by its month and day
/// there (<c>isLunar</c>), is taken on its day of ours. Durations and recurring times give no moment.
/// </summary>
public static class ReminderReading
{
    /// <summary>The first hour of the day people are reminded at unless they name another one.</summary>
    public const int FirstHour = 7;

    /// <summary>The last such hour.</summary>
    public const int LastHour = 22;

    private const int UsualHour = 9;

    /// <summary>The moment meant by the first date or time among the recognitions that has one, or null.</summary>
    /// <param name="found">What <see cref="Recognizer"/> found.</param>
    /// <param name="reference">The "now" the recognitions were read with.</param>
    /// <param name="defaultHour">The hour for days named without one, 0 to 23.</param>
    public static DateTime? MostLikely(IReadOnlyList<Recognition> found, DateTime reference, int defaultHour = UsualHour)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfNegative(defaultHour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(defaultHour, 23);
        foreach (Recognition recognition in found)
        {
            if (Next(recognition.Resolution.Values, reference, defaultHour) is { } moment)
                return moment;
        }

        return null;
    }

    private static DateTime? Next(IReadOnlyList<Resolution> candidates, DateTime reference, int defaultHour)
    {
        DateTime? waking = null, any = null;
        foreach (Resolution candidate in candidates)
        {
            if (Moment(candidate, reference, defaultHour) is not { } moment || moment <= reference)
                continue;
            any = any is null || moment < any ? moment : any;
            if (moment.Hour is >= FirstHour and <= LastHour)
                waking = waking is null || moment < waking ? moment : waking;
        }

        return waking ?? any;
    }

    private static DateTime? Moment(Resolution candidate, DateTime reference, int defaultHour)
    {
        string? written = candidate["value"] ?? candidate["start"] ?? candidate["end"];
        bool lunar = candidate["isLunar"] is not null;
        return candidate["type"] switch
        {
            "date" or "daterange" => TryParse(written, "yyyy-MM-dd", lunar, out DateTime day) ? AtUsualHour(day, reference, defaultHour) : null,
            "datetime" or "datetimerange" => TryParse(written, "yyyy-MM-dd HH:mm:ss", lunar, out DateTime moment) ? moment : null,
            "time" or "timerange" => TryParse(written, "HH:mm:ss", false, out DateTime time) ? NextTime(time.TimeOfDay, reference) : null,
            _ => null,
        };
    }

    private static DateTime? AtUsualHour(DateTime day, DateTime reference, int defaultHour)
    {
        DateTime moment = day.AddHours(defaultHour);
        if (moment > reference || day != reference.Date)
            return moment;
        DateTime nextHour = reference.Date.AddHours(reference.Hour + 1);
        return nextHour.Date == day && nextHour.Hour <= LastHour ? nextHour : null;
    }

    private static DateTime? NextTime(TimeSpan time, DateTime reference)
    {
        DateTime today = reference.Date.Add(time);
        return today > reference ? today : reference.Date < DateTime.MaxValue.Date ? today.AddDays(1) : null;
    }

    private static bool TryParse(string? written, string format, bool lunar, out DateTime moment)
    {
        if (!DateTime.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out moment))
            return false;
        DateTime day = lunar ? LunarCalendar.LastDateOf(moment.Year, moment.Month, moment.Day) : moment.Date;
        moment = day.Add(moment.TimeOfDay);
        return !lunar || day != DateTime.MinValue;
    }
}
