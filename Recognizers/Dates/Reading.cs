namespace SupportBot.Recognizers.Dates;

/// <summary>One date or time read from a text, before it is written out. Which members count depends on <see cref="Kind"/>.</summary>
internal struct Reading
{
    public ReadingKind Kind;

    /// <summary>Where the reading ends: a token's index in English, a character's in Chinese.</summary>
    public int End;

    /// <summary>The finished TIMEX, or null where it is put together from days and clocks.</summary>
    public string? Timex;

    /// <summary>That of the future candidate where it is another one.</summary>
    public string? FutureTimex;

    public string? StartDay;
    public string? EndDay;
    public Clock StartClock;
    public Clock EndClock;

    /// <summary>The length part of a range's TIMEX where it is not simply the time between its ends.</summary>
    public string? Length;

    public DateTime PastStart;
    public DateTime PastEnd;
    public DateTime FutureStart;
    public DateTime FutureEnd;

    /// <summary>"before", "since", "approx" …; a composite such as "before-end" where the words compose.</summary>
    public string? Mod;

    /// <summary>What the modifier was said of; a point modified becomes a range.</summary>
    public ReadingKind Source;

    /// <summary>The length of a duration in seconds.</summary>
    public double Seconds;

    /// <summary>The business days a range consists of, or null.</summary>
    public string? DayList;

    public bool IsLunar;

    /// <summary>The hour can be of either half of the day, so that every candidate has a twin.</summary>
    public readonly bool IsAmbiguous => StartClock.IsAmbiguous;

    public static Reading OfDay(Day day, int end) => new()
    {
        Kind = ReadingKind.Date,
        End = end,
        StartDay = day.Timex,
        PastStart = day.Past,
        FutureStart = day.Future,
        StartClock = Clock.None,
        EndClock = Clock.None,
    };

    public static Reading OfClock(Clock clock, int end) => new()
    {
        Kind = ReadingKind.Time,
        End = end,
        StartClock = clock,
        EndClock = Clock.None,
        PastStart = DateTime.MinValue.Add(clock.TimeOfDay),
        FutureStart = DateTime.MinValue.Add(clock.TimeOfDay),
    };

    public static Reading OfPeriod(Period period, int end) => new()
    {
        Kind = ReadingKind.DateRange,
        End = end,
        Timex = period.Timex,
        FutureTimex = period.FutureTimex,
        PastStart = period.PastStart,
        PastEnd = period.PastEnd,
        FutureStart = period.FutureStart,
        FutureEnd = period.FutureEnd,
        Mod = period.Mod,
        StartClock = Clock.None,
        EndClock = Clock.None,
    };

    public static Reading OfMoment(Day day, Clock clock, int end) => new()
    {
        Kind = ReadingKind.DateTime,
        End = end,
        StartDay = day.Timex,
        StartClock = clock,
        EndClock = Clock.None,
        PastStart = day.Past.Date.Add(clock.TimeOfDay),
        FutureStart = day.Future.Date.Add(clock.TimeOfDay),
    };

    /// <summary>A moment known to the second.</summary>
    public static Reading OfInstant(DateTime moment, string timex, int end) => new()
    {
        Kind = ReadingKind.DateTime,
        End = end,
        Timex = timex,
        PastStart = moment,
        FutureStart = moment,
        StartClock = Clock.None,
        EndClock = Clock.None,
    };

    public static Reading OfSet(string timex, int end) => new()
    {
        Kind = ReadingKind.Set,
        End = end,
        Timex = timex,
        StartClock = Clock.None,
        EndClock = Clock.None,
    };

    public readonly Day AsDay => new(StartDay ?? "", PastStart, FutureStart);
}
