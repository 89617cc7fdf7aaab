using SupportBot.Outreach.Festivals;

namespace SupportBot.Outreach.Planning;

/// <summary>What the owner has entered a day for. The numbers are stored.</summary>
internal enum OwnerDayKind
{
    /// <summary>A day to greet on.</summary>
    Greeting = 0,

    /// <summary>An official day off.</summary>
    DayOff = 1,

    /// <summary>A weekend day that is worked to make up for one.</summary>
    Workday = 2,
}

/// <param name="Id">As campaigns name it.</param>
/// <param name="Kind">What for.</param>
/// <param name="Day">The day, or the first of every year.</param>
/// <param name="Yearly">Whether it comes again every year.</param>
/// <param name="English">Its name.</param>
/// <param name="Chinese">Its name.</param>
internal sealed record OwnerDay(string Id, OwnerDayKind Kind, DateOnly Day, bool Yearly, string English, string Chinese)
{
    public IReadOnlyList<DateOnly> In(int year) => Yearly && year >= Day.Year ? [WesternDays.Anniversary(Day, year)] : year == Day.Year ? [Day] : [];
}
