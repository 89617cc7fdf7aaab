using SupportBot.Outreach.Festivals;

namespace SupportBot.Outreach.Planning;

/// <summary>A day in both calendars.</summary>
/// <param name="Date">The Gregorian one.</param>
/// <param name="Chinese">The Chinese one, such as 八月十五; null beyond what is known of it.</param>
internal sealed record CalendarDay(DateOnly Date, string? Chinese)
{
    public static CalendarDay Of(DateOnly date) => new(date, ChineseDays.TextOf(date));
}
