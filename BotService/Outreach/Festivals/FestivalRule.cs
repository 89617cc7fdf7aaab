namespace SupportBot.Outreach.Festivals;

/// <summary>How a festival's day is found in a year.</summary>
internal enum FestivalRule
{
    /// <summary>The same month and day every year.</summary>
    Fixed,

    /// <summary>The nth such weekday of a month.</summary>
    NthWeekday,

    /// <summary>Easter Sunday.</summary>
    Easter,

    /// <summary>A number of days from Thanksgiving, the fourth Thursday of November.</summary>
    Thanksgiving,

    /// <summary>A month and day of the Chinese calendar.</summary>
    Lunar,

    /// <summary>The day before the first of the Chinese year: its last month has 29 or 30 days.</summary>
    LunarEve,

    /// <summary>When the sun has reached a point of its way, by the date in China.</summary>
    SolarTerm,
}
