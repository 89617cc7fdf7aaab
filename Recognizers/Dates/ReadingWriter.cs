namespace SupportBot.Recognizers.Dates;

/// <summary>Writes a reading as the specifications do: the candidate values in order, morning before afternoon, past before future.</summary>
internal static class ReadingWriter
{
    private const string NotResolved = "not resolved";
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    public static string TypeName(in Reading reading) => reading.Mod == Mods.Approx
        ? "datetimeV2." + TypeOf(reading.Source)
        : TypeNames[(int)reading.Kind];

    public static Resolution Write(in Reading reading)
    {
        bool twice = reading.IsAmbiguous && reading.Kind is not (ReadingKind.Set or ReadingKind.Duration);
        bool certain = IsCertain(reading);
        Resolution[] values = new Resolution[(twice ? 2 : 1) * (certain ? 1 : 2)];
        int index = 0;
        for (int half = 0; half < (twice ? 2 : 1); half++)
        {
            if (!certain)
                values[index++] = Candidate(reading, half == 1, reading.PastStart, reading.PastEnd);
            Reading future = reading.FutureTimex is null ? reading : reading with { Timex = reading.FutureTimex };
            values[index++] = Candidate(future, half == 1, reading.FutureStart, reading.FutureEnd);
        }

        return Resolution.OfCandidates(values);
    }

    private static readonly string[] TypeNames =
    [
        "", "datetimeV2.date", "datetimeV2.time", "datetimeV2.datetime", "datetimeV2.daterange", "datetimeV2.timerange",
        "datetimeV2.datetimerange", "datetimeV2.duration", "datetimeV2.set",
    ];

    private static string TypeOf(ReadingKind kind) => kind switch
    {
        ReadingKind.Date => "date",
        ReadingKind.Time => "time",
        ReadingKind.DateTime => "datetime",
        ReadingKind.DateRange => "daterange",
        ReadingKind.TimeRange => "timerange",
        ReadingKind.DateTimeRange => "datetimerange",
        ReadingKind.Duration => "duration",
        ReadingKind.Set => "set",
        _ => "",
    };

    private static bool IsCertain(in Reading reading) => reading.Kind is ReadingKind.Set or ReadingKind.Duration
        || reading.PastStart == reading.FutureStart && reading.PastEnd == reading.FutureEnd;

    private static Resolution Candidate(in Reading reading, bool twin, DateTime start, DateTime end)
    {
        if (twin)
        {
            TimeSpan shift = reading.StartClock.Hour >= 12 ? -HalfDay : HalfDay;
            start += shift;
            end = end == default ? end : end + shift;
        }

        List<KeyValuePair<string, string?>> attributes = new(5) { new("timex", TimexOf(reading, twin, start, end)) };
        if (reading.Mod is not null)
            attributes.Add(new("Mod", reading.Mod));
        attributes.Add(new("type", TypeOf(reading.Kind)));
        if (SourceEntity(reading) is { } source)
            attributes.Add(new("sourceEntity", source));
        AddValues(reading, start, end, attributes);
        if (reading.DayList is not null)
            attributes.Add(new("list", reading.DayList));
        if (reading.IsLunar)
            attributes.Add(new("isLunar", "True"));
        return new Resolution([.. attributes]);
    }

    /// <summary>A point turned into a range by a modifier, or a range of days made open, names what it came from.</summary>
    private static string? SourceEntity(in Reading reading)
    {
        if (!Mods.IsOpen(reading.Mod) || reading.Source == ReadingKind.None)
            return null;
        return reading.Source != reading.Kind ? "datetimepoint" : reading.Kind == ReadingKind.DateRange ? "datetimerange" : null;
    }

    private static void AddValues(in Reading reading, DateTime start, DateTime end, List<KeyValuePair<string, string?>> attributes)
    {
        if (reading.Kind == ReadingKind.Duration)
            attributes.Add(new("value", Numbers.NumberFormat.Write(reading.Seconds)));
        else if (reading.Kind == ReadingKind.Set || start == default && reading.Kind is ReadingKind.Date or ReadingKind.DateRange && start == default)
            attributes.Add(new("value", NotResolved));
        else if (Mods.IsOpen(reading.Mod))
            attributes.Add(new(IsUpper(reading.Mod) ? "end" : "start", Point(reading.Kind, start)));
        else if (reading.Kind is ReadingKind.Date or ReadingKind.Time or ReadingKind.DateTime || reading.Mod == Mods.Approx && reading.Source != reading.Kind)
            attributes.Add(new("value", Point(reading.Kind, start)));
        else
        {
            attributes.Add(new("start", Point(reading.Kind, start)));
            attributes.Add(new("end", Point(reading.Kind, end)));
        }
    }

    private static bool IsUpper(string? mod) => mod is not null
        && (mod.StartsWith(Mods.Before, StringComparison.Ordinal) || mod.StartsWith(Mods.Until, StringComparison.Ordinal));

    private static string TimexOf(in Reading reading, bool twin, DateTime start, DateTime end)
    {
        if (reading.Timex is not null)
            return reading.Timex;
        Clock from = twin ? reading.StartClock.Twin : reading.StartClock;
        string first = reading.StartDay + Timex.Clock(from);
        if (reading.EndDay is null && reading.EndClock.IsNone)
            return first;
        if (reading.EndClock.IsNone)
            return Timex.Range(first, reading.EndDay ?? "", reading.Length ?? Timex.Days(start, end));
        Clock to = twin ? reading.EndClock with { Hour = end.Hour } : reading.EndClock;
        string? endDay = reading.EndDay is not null && end.Date != start.Date && reading.EndDay == reading.StartDay
            ? NextDay(reading.EndDay, end)
            : reading.EndDay;
        return Timex.Range(first, endDay + Timex.Clock(to), reading.Length ?? Timex.Elapsed(end - start));
    }

    private static string NextDay(string timex, DateTime date) =>
        timex.StartsWith("XXXX-WXX", StringComparison.Ordinal) ? Timex.Weekday(Calendar.Weekday(date))
        : timex.StartsWith("XXXX", StringComparison.Ordinal) ? Timex.MonthDay(date.Month, date.Day)
        : Timex.Date(date);

    private static string Point(ReadingKind kind, DateTime moment) => kind switch
    {
        ReadingKind.Date or ReadingKind.DateRange => Timex.Date(moment),
        ReadingKind.Time or ReadingKind.TimeRange => Timex.Clock(Clock.Exact(moment.TimeOfDay))[1..],
        _ => Timex.Date(moment) + " " + Timex.Clock(Clock.Exact(moment.TimeOfDay))[1..],
    };
}
