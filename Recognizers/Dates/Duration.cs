using System.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>A length of time by its units as said: "one year and 3 days" moves a date differently from 368 days.</summary>
internal readonly record struct Duration(
    double Years, double Months, double Weeks, double Days, double BusinessDays, double Weekends, double Hours, double Minutes, double Seconds)
{
    public bool IsNone => this == default;

    public bool IsOfDay => Hours > 0 || Minutes > 0 || Seconds > 0;

    public bool IsBusinessDays => BusinessDays > 0;

    /// <summary>The finest unit said, by which one duration may continue another.</summary>
    public TimeUnit Finest => Seconds > 0 ? TimeUnit.Second : Minutes > 0 ? TimeUnit.Minute : Hours > 0 ? TimeUnit.Hour
        : Days > 0 || BusinessDays > 0 || Weekends > 0 ? TimeUnit.Day : Weeks > 0 ? TimeUnit.Week : Months > 0 ? TimeUnit.Month : TimeUnit.Year;

    public double TotalSeconds => Years * TimeUnits.Seconds(TimeUnit.Year) + Months * TimeUnits.Seconds(TimeUnit.Month)
        + Weeks * TimeUnits.Seconds(TimeUnit.Week) + (Days + BusinessDays) * TimeUnits.Seconds(TimeUnit.Day)
        + Weekends * TimeUnits.Seconds(TimeUnit.Weekend) + Hours * 3600 + Minutes * 60 + Seconds;

    public static Duration Of(double count, TimeUnit unit) => default(Duration).Plus(count, unit);

    public Duration Plus(double count, TimeUnit unit)
    {
        double amount = count * TimeUnits.TimexFactor(unit);
        return unit switch
        {
            TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century => this with { Years = Years + amount },
            TimeUnit.Month or TimeUnit.Quarter => this with { Months = Months + amount },
            TimeUnit.Week or TimeUnit.Fortnight => this with { Weeks = Weeks + amount },
            TimeUnit.Day => this with { Days = Days + amount },
            TimeUnit.BusinessDay => this with { BusinessDays = BusinessDays + amount },
            TimeUnit.Weekend => this with { Weekends = Weekends + amount },
            TimeUnit.Hour => this with { Hours = Hours + amount },
            TimeUnit.Minute => this with { Minutes = Minutes + amount },
            TimeUnit.Second => this with { Seconds = Seconds + amount },
            _ => this,
        };
    }

    /// <summary>The moment this long after (direction 1) or before (-1) another.</summary>
    public DateTime From(DateTime moment, int direction)
    {
        moment = TimeUnits.Add(moment, direction * Years, TimeUnit.Year);
        moment = TimeUnits.Add(moment, direction * Months, TimeUnit.Month);
        moment = TimeUnits.AddDays(moment, direction * (Weeks * 7 + Days + Weekends * 2));
        moment = BusinessDays > 0 ? TimeUnits.Add(moment, direction * BusinessDays, TimeUnit.BusinessDay) : moment;
        return TimeUnits.Add(moment, direction * (Hours * 3600 + Minutes * 60 + Seconds), TimeUnit.Second);
    }

    public string ToTimex()
    {
        StringBuilder timex = new("P", 16);
        Append(timex, Years, TimeUnit.Year);
        Append(timex, Months, TimeUnit.Month);
        Append(timex, Weeks, TimeUnit.Week);
        Append(timex, Days, TimeUnit.Day);
        Append(timex, BusinessDays, TimeUnit.BusinessDay);
        Append(timex, Weekends, TimeUnit.Weekend);
        if (IsOfDay)
            timex.Append('T');
        Append(timex, Hours, TimeUnit.Hour);
        Append(timex, Minutes, TimeUnit.Minute);
        Append(timex, Seconds, TimeUnit.Second);
        return timex.ToString();
    }

    public Reading ToReading(int end) => new()
    {
        Kind = ReadingKind.Duration,
        End = end,
        Timex = ToTimex(),
        Seconds = TotalSeconds,
        StartClock = Clock.None,
        EndClock = Clock.None,
    };

    private static void Append(StringBuilder timex, double count, TimeUnit unit)
    {
        if (count > 0)
            timex.Append(Timex.Amount(count, unit));
    }
}
