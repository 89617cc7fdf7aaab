namespace SupportBot.Recognizers.Dates;

/// <summary>How long the units are, how TIMEX writes them, and how a date moves by them.</summary>
internal static class TimeUnits
{
    private const double Day = 86400;

    /// <summary>Hours and below.</summary>
    public static bool IsOfDay(TimeUnit unit) => unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second;

    /// <summary>The unit's length in seconds; a month counts 30 days and a year 365, as the specifications do.</summary>
    public static double Seconds(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Minute => 60,
        TimeUnit.Hour => 3600,
        TimeUnit.Day or TimeUnit.BusinessDay => Day,
        TimeUnit.Week => 7 * Day,
        TimeUnit.Weekend => 2 * Day,
        TimeUnit.Fortnight => 14 * Day,
        TimeUnit.Month => 30 * Day,
        TimeUnit.Quarter => 90 * Day,
        TimeUnit.Year => 365 * Day,
        TimeUnit.Decade => 3650 * Day,
        TimeUnit.Century => 36500 * Day,
        _ => 0,
    };

    /// <summary>A unit by its name in the vocabulary files.</summary>
    public static TimeUnit Named(string name) => name switch
    {
        "Second" => TimeUnit.Second,
        "Minute" => TimeUnit.Minute,
        "Hour" => TimeUnit.Hour,
        "Day" => TimeUnit.Day,
        "BusinessDay" => TimeUnit.BusinessDay,
        "Week" => TimeUnit.Week,
        "Weekend" => TimeUnit.Weekend,
        "Fortnight" => TimeUnit.Fortnight,
        "Month" => TimeUnit.Month,
        "Quarter" => TimeUnit.Quarter,
        "Year" => TimeUnit.Year,
        "Decade" => TimeUnit.Decade,
        "Century" => TimeUnit.Century,
        _ => throw new FormatException($"No such unit of time: '{name}'"),
    };

    public static string TimexLetters(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "S",
        TimeUnit.Minute or TimeUnit.Month or TimeUnit.Quarter => "M",
        TimeUnit.Hour => "H",
        TimeUnit.Day => "D",
        TimeUnit.BusinessDay => "BD",
        TimeUnit.Week or TimeUnit.Fortnight => "W",
        TimeUnit.Weekend => "WE",
        _ => "Y",
    };

    public static int TimexFactor(TimeUnit unit) => unit switch
    {
        TimeUnit.Fortnight => 2,
        TimeUnit.Quarter => 3,
        TimeUnit.Decade => 10,
        TimeUnit.Century => 100,
        _ => 1,
    };

    /// <summary>The moment so many units later, kept within the years 1 to 9999.</summary>
    public static DateTime Add(DateTime moment, double count, TimeUnit unit)
    {
        int factor = TimexFactor(unit);
        double months = unit switch
        {
            TimeUnit.Month or TimeUnit.Quarter => count * factor,
            TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century => count * factor * 12,
            _ => 0,
        };
        if (months != 0)
            return AddMonths(moment, months);
        return unit == TimeUnit.BusinessDay ? AddBusinessDays(moment, (int)Math.Clamp(count, -9999, 9999)) : AddSeconds(moment, count * Seconds(unit));
    }

    public static DateTime AddDays(DateTime date, double days) => AddSeconds(date, days * Day);

    public static DateTime AddMonths(DateTime moment, double months)
    {
        double month = moment.Year * 12.0 + moment.Month - 1 + Math.Truncate(months);
        if (month < 12 || month >= 120000)
            return month < 12 ? DateTime.MinValue : DateTime.MaxValue.Date;
        DateTime moved = moment.AddMonths((int)Math.Truncate(months));
        double rest = months - Math.Truncate(months);
        return rest == 0 ? moved : AddDays(moved, Math.Round(rest * 30));
    }

    private static DateTime AddSeconds(DateTime moment, double seconds)
    {
        double ticks = moment.Ticks + seconds * TimeSpan.TicksPerSecond;
        if (ticks < 0 || ticks >= DateTime.MaxValue.Ticks)
            return ticks < 0 ? DateTime.MinValue : DateTime.MaxValue.Date;
        return moment.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    private static DateTime AddBusinessDays(DateTime moment, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0;)
        {
            moment = AddDays(moment, step);
            if (moment.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }

        return moment;
    }
}
