using System.Globalization;

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

        string? source = SourceEntity(reading);
        int count = 2 + (reading.Mod is null ? 0 : 1) + (source is null ? 0 : 1) + (reading.DayList is null ? 0 : 1) + (reading.IsLunar ? 1 : 0) + CountValues(reading, start);
        KeyValuePair<string, string?>[] attributes = new KeyValuePair<string, string?>[count];
        int index = 0;
        attributes[index++] = new("timex", TimexOf(reading, twin, start, end));
        if (reading.Mod is not null)
            attributes[index++] = new("Mod", reading.Mod);
        attributes[index++] = new("type", TypeOf(reading.Kind));
        if (source is not null)
            attributes[index++] = new("sourceEntity", source);
        AddValues(reading, start, end, attributes, ref index);
        if (reading.DayList is not null)
            attributes[index++] = new("list", reading.DayList);
        if (reading.IsLunar)
            attributes[index] = new("isLunar", "True");
        return new Resolution(attributes);
    }

    /// <summary>A point turned into a range by a modifier, or a range of days made open, names what it came from.</summary>
    private static string? SourceEntity(in Reading reading)
    {
        if (!Mods.IsOpen(reading.Mod) || reading.Source == ReadingKind.None)
            return null;
        return reading.Source != reading.Kind ? "datetimepoint" : reading.Kind == ReadingKind.DateRange ? "datetimerange" : null;
    }

    /// <summary>Two for a range with both its ends, else one.</summary>
    private static int CountValues(in Reading reading, DateTime start) =>
        reading.Kind == ReadingKind.Duration || IsUnresolved(reading, start) || Mods.IsOpen(reading.Mod) || IsPoint(reading) ? 1 : 2;

    private static bool IsUnresolved(in Reading reading, DateTime start) =>
        reading.Kind == ReadingKind.Set || start == default && reading.Kind is ReadingKind.Date or ReadingKind.DateRange && start == default;

    private static bool IsPoint(in Reading reading) =>
        reading.Kind is ReadingKind.Date or ReadingKind.Time or ReadingKind.DateTime || reading.Mod == Mods.Approx && reading.Source != reading.Kind;

    private static void AddValues(in Reading reading, DateTime start, DateTime end, KeyValuePair<string, string?>[] attributes, ref int index)
    {
        if (reading.Kind == ReadingKind.Duration)
        {
            attributes[index++] = new("value", Numbers.NumberFormat.Write(reading.Seconds));
        }
        else if (IsUnresolved(reading, start))
        {
            attributes[index++] = new("value", NotResolved);
        }
        else if (Mods.IsOpen(reading.Mod))
        {
            attributes[index++] = new(IsUpper(reading.Mod) ? "end" : "start", Point(reading.Kind, start));
        }
        else if (IsPoint(reading))
        {
            attributes[index++] = new("value", Point(reading.Kind, start));
        }
        else
        {
            attributes[index++] = new("start", Point(reading.Kind, start));
            attributes[index++] = new("end", Point(reading.Kind, end));
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
        ReadingKind.Time or ReadingKind.TimeRange => moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
    };
}
