namespace SupportBot.Outreach.Festivals;

/// <summary>A day of the year that greetings are sent for.</summary>
/// <param name="Id">As the command line and campaigns name it.</param>
/// <param name="English">Its name.</param>
/// <param name="Chinese">Its name.</param>
/// <param name="Rule">How its day is found.</param>
/// <param name="Month">Of the Gregorian or, by <see cref="FestivalRule.Lunar"/>, the Chinese calendar.</param>
/// <param name="Day">Of that month; by <see cref="FestivalRule.NthWeekday"/> the n; by <see cref="FestivalRule.Thanksgiving"/> days after it.</param>
/// <param name="Weekday">Of <see cref="FestivalRule.NthWeekday"/>.</param>
internal sealed record Festival(string Id, string English, string Chinese, FestivalRule Rule, int Month = 0, int Day = 0, DayOfWeek Weekday = DayOfWeek.Sunday)
{
    /// <summary>Years whose festivals are known: as far as the Chinese calendar of .NET reaches.</summary>
    public const int FirstYear = 1901;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    /// <summary>
    /// Its days in a Gregorian year, in order: one as a rule. Laba, three weeks before the Chinese New Year, falls twice into
    /// some years (2060) and into others not at all (2061).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside 1901 to 2100.</exception>
    public IReadOnlyList<DateOnly> In(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, $"Festivals are known from {FirstYear} to {LastYear}. Give a year between them.");
        }

        return Rule switch
        {
            FestivalRule.Fixed => [new DateOnly(year, Month, Day)],
            FestivalRule.NthWeekday => [WesternDays.NthWeekday(year, Month, Weekday, Day)],
            FestivalRule.Easter => [WesternDays.Easter(year)],
            FestivalRule.Thanksgiving => [WesternDays.NthWeekday(year, 11, DayOfWeek.Thursday, 4).AddDays(Day)],
            FestivalRule.Lunar => ChineseDays.In(year, Month, Day),
            FestivalRule.LunarEve => [ChineseDays.NewYear(year).AddDays(-1)],
            FestivalRule.SolarTerm => [SolarTerm.In(year, Month)],
        };
    }
}
