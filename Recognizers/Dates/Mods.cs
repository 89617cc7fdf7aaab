namespace SupportBot.Recognizers.Dates;

/// <summary>The modifiers a reading can carry, by the names of the specifications.</summary>
internal static class Mods
{
    public const string Before = "before";
    public const string After = "after";
    public const string Since = "since";
    public const string Until = "until";
    public const string Approx = "approx";
    public const string Less = "less";
    public const string More = "more";
    public const string Start = "start";
    public const string Mid = "mid";
    public const string End = "end";
    public const string ReferenceUndefined = "ref_undef";

    /// <summary>Whether the modifier leaves only one end of what it was said of.</summary>
    public static bool IsOpen(string? mod) => mod is not null
        && (mod.StartsWith(Before, StringComparison.Ordinal) || mod.StartsWith(After, StringComparison.Ordinal)
            || mod.StartsWith(Since, StringComparison.Ordinal) || mod.StartsWith(Until, StringComparison.Ordinal));

    /// <summary>Says one modifier of a reading; on a range named by its beginning, middle or end the two names compose ("before-end").</summary>
    public static Reading Apply(string mod, Reading reading, int end)
    {
        reading.End = end;
        reading.Source = reading.Kind;
        if (reading.Kind == ReadingKind.Duration)
            return reading with { Mod = mod };
        if (reading.Mod is Start or Mid or End or Approx && mod is Before or After or Since or Until)
            mod = $"{mod}-{reading.Mod}";
        if (reading.Kind is ReadingKind.DateRange or ReadingKind.TimeRange or ReadingKind.DateTimeRange && mod != Approx)
            Narrow(mod, ref reading);
        reading.Mod = mod;
        reading.Kind = reading.Kind switch
        {
            ReadingKind.Date => ReadingKind.DateRange,
            ReadingKind.Time => ReadingKind.TimeRange,
            ReadingKind.DateTime => ReadingKind.DateTimeRange,
            ReadingKind kind => kind,
        };
        return reading;
    }

    /// <summary>Moves the end that counts to where an open range reads it: what is after a range begins at its end.</summary>
    private static void Narrow(string mod, ref Reading reading)
    {
        bool fromEnd = mod is After or Until or "after-mid" or "after-end" or "before-end" or "until-end";
        if (fromEnd)
        {
            reading.PastStart = reading.PastEnd;
            reading.FutureStart = reading.FutureEnd;
        }
    }
}
