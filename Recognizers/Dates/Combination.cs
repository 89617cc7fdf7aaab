namespace SupportBot.Recognizers.Dates;

/// <summary>Puts days, clocks and ranges together, in the way both languages do.</summary>
internal static class Combination
{
    private const string LeapDay = "XXXX-02-29";

    /// <summary>
    /// The nearest readings of two ends fitted into one range: the future range begins no later than it ends, the past range ends no
    /// sooner than it begins, so "from 10/1 to 11/7" said in October is only this year's.
    /// </summary>
    public static Reading DateRange(in Reading start, in Reading end, string? length, int endIndex)
    {
        Reading range = start with { Kind = ReadingKind.DateRange, End = endIndex, EndDay = end.StartDay, Length = length, Mod = null };
        range.FutureEnd = end.FutureStart;
        range.PastEnd = end.PastStart;
        if (range.FutureStart > range.FutureEnd)
            range.FutureStart = range.PastStart;
        if (range.PastStart > range.PastEnd)
            range.PastEnd = end.FutureStart;
        if (start.PastStart != start.FutureStart && range.StartDay == LeapDay && range.EndDay is ['X', ..])
            FromLeapDay(start, ref range);
        return range;
    }

    /// <summary>The nearest February 29th can lie years from its neighbours' nearest, so that the range ends in the year it begins.</summary>
    private static void FromLeapDay(in Reading start, ref Reading range)
    {
        range.FutureStart = start.FutureStart;
        range.PastEnd = range.PastEnd.AddYears(range.PastStart.Year - range.PastEnd.Year);
        range.FutureEnd = range.FutureEnd.AddYears(range.FutureStart.Year - range.FutureEnd.Year);
    }

    /// <summary>A part of a day: "tuesday afternoon"; the modifier takes the part's first or last two hours.</summary>
    public static Reading DayPart(Day day, DayPart part, string? mod, int end)
    {
        (int from, int to) = Hours(part, mod);
        return new Reading
        {
            Kind = ReadingKind.DateTimeRange,
            End = end,
            Timex = day.Timex + part.Timex,
            StartDay = day.Timex,
            StartClock = Clock.None,
            EndClock = Clock.None,
            PastStart = AtHour(day.Past, from),
            PastEnd = AtHour(day.Past, to),
            FutureStart = AtHour(day.Future, from),
            FutureEnd = AtHour(day.Future, to),
            Mod = mod,
        };
    }

    public static Reading DayPart(DayPart part, string? mod, int end)
    {
        Reading reading = DayPart(new Day("", DateTime.MinValue, DateTime.MinValue), part, mod, end);
        reading.Kind = ReadingKind.TimeRange;
        return reading;
    }

    public static Reading TimeRange(Clock start, Clock end, int endIndex)
    {
        (start, end) = Agree(start, end);
        Reading range = Reading.OfClock(start, endIndex) with { Kind = ReadingKind.TimeRange, EndClock = end };
        range.PastEnd = range.PastStart.Date.Add(end.TimeOfDay);
        if (range.PastEnd <= range.PastStart)
            range.PastEnd = range.PastEnd.AddDays(1);
        range.FutureEnd = range.PastEnd;
        return range;
    }

    /// <summary>A range of hours on a day; one that ends before it begins ends on the day after.</summary>
    public static Reading OnDay(Day day, in Reading times, int endIndex)
    {
        Reading range = times with { Kind = ReadingKind.DateTimeRange, End = endIndex, StartDay = day.Timex, EndDay = day.Timex };
        TimeSpan start = times.PastStart.TimeOfDay, length = times.PastEnd - times.PastStart;
        range.PastStart = day.Past.Date.Add(start);
        range.FutureStart = day.Future.Date.Add(start);
        range.PastEnd = TimeUnits.Add(range.PastStart, length.TotalSeconds, TimeUnit.Second);
        range.FutureEnd = TimeUnits.Add(range.FutureStart, length.TotalSeconds, TimeUnit.Second);
        if (times.Timex is not null)
            range.Timex = day.Timex + times.Timex;
        return range;
    }

    /// <summary>A range between two moments, of which the second may be only a clock on the first one's day.</summary>
    public static Reading Moments(in Reading start, in Reading end, int endIndex)
    {
        Reading range = start with { Kind = ReadingKind.DateTimeRange, End = endIndex, EndDay = end.StartDay, EndClock = end.StartClock };
        range.PastEnd = end.PastStart;
        range.FutureEnd = end.FutureStart;
        if (range.FutureStart > range.FutureEnd)
            range.FutureStart = range.PastStart;
        if (range.PastStart > range.PastEnd)
            range.PastEnd = end.FutureStart;
        if (end.Timex is not null || start.Timex is not null)
        {
            string from = start.Timex ?? start.StartDay + Dates.Timex.Clock(start.StartClock);
            string to = end.Timex ?? end.StartDay + Dates.Timex.Clock(end.StartClock);
            range.Timex = Dates.Timex.Range(from, to, Dates.Timex.Elapsed(range.FutureEnd - range.FutureStart));
        }

        return range;
    }

    /// <summary>A range of known ends counted from a duration: "the next 3 days", "within 2 hours".</summary>
    public static Reading Span(DateTime start, DateTime end, string length, bool ofDay, int endIndex)
    {
        string from = ofDay ? Dates.Timex.DateTime(start) : Dates.Timex.Date(start);
        string to = ofDay ? Dates.Timex.DateTime(end) : Dates.Timex.Date(end);
        if (!ofDay)
            (start, end) = (start.Date, end.Date);
        Reading range = Reading.OfPeriod(Period.Exact(Dates.Timex.Range(from, to, length), start, end), endIndex);
        range.Kind = ofDay ? ReadingKind.DateTimeRange : ReadingKind.DateRange;
        return range;
    }

    /// <summary>Settles the halves of the day of two clocks: the one that is sure draws the other to the nearest fitting hour.</summary>
    public static (Clock Start, Clock End) Agree(Clock start, Clock end)
    {
        if (start.IsAmbiguous && !end.IsAmbiguous)
        {
            bool afternoon = end.Hour >= 12 && start.Hour != 12 && start.InAfternoon.TimeOfDay < end.TimeOfDay;
            bool noon = start.Hour == 12 && end.Hour >= 12;
            return (afternoon ? start.InAfternoon : noon ? start.Certain : start.InMorning, end);
        }

        if (!start.IsAmbiguous && end.IsAmbiguous)
            return (start, end.TimeOfDay <= start.TimeOfDay && end.Hour < 12 ? end.InAfternoon : end.Certain);
        if (end.IsAmbiguous && end.TimeOfDay <= start.TimeOfDay && end.Hour < 12)
            end = end with { Hour = end.Hour + 12 };
        return (start, end);
    }

    private static (int From, int To) Hours(DayPart part, string? mod) => mod switch
    {
        Mods.Start => (part.StartHour, part.StartHour + 2),
        Mods.End when part.EndHour == 24 => (22, 24),
        Mods.End => (part.StartHour + 2, part.EndHour),
        _ => (part.StartHour, part.EndHour),
    };

    private static DateTime AtHour(DateTime day, int hour) => hour == 24 ? day.Date.AddDays(1).AddSeconds(-1) : day.Date.AddHours(hour);
}
