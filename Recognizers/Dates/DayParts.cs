namespace SupportBot.Recognizers.Dates;

/// <summary>How a named part of the day settles an hour's half of the day.</summary>
internal static class DayParts
{
    private const int FirstHourOfNight = 5;

    public static Clock Within(Clock clock, DayPart part)
    {
        if (!clock.IsAmbiguous)
            return clock;
        if (part == DayPart.Night)
            return clock.Hour >= FirstHourOfNight && clock.Hour != 12 ? clock.InAfternoon : clock.InMorning;
        if (part.IsPm)
            return clock.InAfternoon;
        if (part == DayPart.MidDay || part == DayPart.Lunch)
            return clock.Hour is >= 10 and <= 12 ? clock.Certain : clock.InAfternoon;
        return part == DayPart.Morning && clock.Hour == 12 ? clock.Certain : clock.InMorning;
    }
}
