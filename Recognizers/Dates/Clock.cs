namespace SupportBot.Recognizers.Dates;

/// <summary>A time of day as said: minutes and seconds are -1 where not said, and an hour of one to twelve may be either half of the day.</summary>
internal readonly record struct Clock(int Hour, int Minute, int Second, bool IsAmbiguous)
{
    public static readonly Clock None = new(-1, -1, -1, false);

    public bool IsNone => Hour < 0;

    public TimeSpan TimeOfDay => new(Hour, Math.Max(Minute, 0), Math.Max(Second, 0));

    /// <summary>The same time in the other half of the day.</summary>
    public Clock Twin => this with { Hour = (Hour + 12) % 24 };

    /// <summary>Said with "am" or within a morning.</summary>
    public Clock InMorning => this with { Hour = Hour == 12 ? 0 : Hour, IsAmbiguous = false };

    /// <summary>Said with "pm" or within an afternoon or evening.</summary>
    public Clock InAfternoon => this with { Hour = Hour < 12 ? Hour + 12 : Hour, IsAmbiguous = false };

    public Clock Certain => this with { IsAmbiguous = false };

    public static Clock OfHour(int hour) => new(hour, -1, -1, hour is > 0 and <= 12);

    /// <summary>The time to the second, as calculations give it.</summary>
    public static Clock Exact(TimeSpan time) => new(time.Hours, time.Minutes, time.Seconds, false);
}
