namespace SupportBot.Outreach.Festivals;

/// <summary>
/// Days of the sun's year by the rule of the Chinese almanacs: day = ⌊0.2422 · y + C⌋ − leap days since the century began, with y the year
/// of the century and C fitted to it. Tests compare it with the sun's computed longitude for every year.
/// </summary>
internal static class SolarTerm
{
    private const int Qingming = 4;
    private const double YearBeyondDays = 0.2422;

    /// <summary>The term's day in its month: Qingming (longitude 15°) in April, the winter solstice (270°) in December.</summary>
    public static DateOnly In(int year, int month) => new(year, month, month == Qingming ? QingmingDay(year) : SolsticeDay(year));

    private static int QingmingDay(int year) => Day(year, 5.59, 4.81);

    private static int SolsticeDay(int year) => year switch
    {
        // The sun passed the point within half an hour of midnight, where the rule's straight line misses the day.
        1984 => Day(year, 22.63, 21.94) + 1,
        2021 => Day(year, 22.63, 21.94) - 1,
        _ => Day(year, 22.63, 21.94),
    };

    private static int Day(int year, double until2000, double since2001)
    {
        (int y, double c) = year <= 2000 ? (year - 1900, until2000) : (year - 2000, since2001);

        // 2100 is no leap year, as 2000 was.
        int leapDays = Math.Min(y, year > 2000 ? 99 : 100) / 4;
        return (int)Math.Floor(y * YearBeyondDays + c) - leapDays;
    }
}
