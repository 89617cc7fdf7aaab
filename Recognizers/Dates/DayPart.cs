namespace SupportBot.Recognizers.Dates;

/// <summary>A named part of the day with the hours the specifications give it; an end of 24 means the day's last second, 23:59:59.</summary>
internal sealed record DayPart(string Timex, int StartHour, int EndHour)
{
    public static readonly DayPart Morning = new("TMO", 8, 12);
    public static readonly DayPart MidDay = new("TMI", 11, 13);
    public static readonly DayPart Afternoon = new("TAF", 12, 16);
    public static readonly DayPart Evening = new("TEV", 16, 20);
    public static readonly DayPart Night = new("TNI", 20, 24);
    public static readonly DayPart NightTime = new("TNT", 0, 8);
    public static readonly DayPart Daytime = new("TDT", 8, 18);
    public static readonly DayPart BusinessHours = new("TBH", 8, 18);
    public static readonly DayPart Breakfast = new("TMEB", 8, 12);
    public static readonly DayPart Brunch = new("TMER", 8, 12);
    public static readonly DayPart Lunch = new("TMEL", 11, 13);
    public static readonly DayPart Dinner = new("TMED", 16, 20);

    /// <summary>A clock hour of one to twelve said within this part is a post-meridiem one.</summary>
    public bool IsPm => StartHour >= 12 || Timex is "TNI";

    public bool IsMeal => Timex.StartsWith("TME", StringComparison.Ordinal);

    public static DayPart? Find(ReadOnlySpan<char> timex) => timex switch
    {
        "TMO" => Morning,
        "TMI" => MidDay,
        "TAF" => Afternoon,
        "TEV" => Evening,
        "TNI" => Night,
        "TNT" => NightTime,
        "TDT" => Daytime,
        "TBH" => BusinessHours,
        "TMEB" => Breakfast,
        "TMER" => Brunch,
        "TMEL" => Lunch,
        "TMED" => Dinner,
        _ => null,
    };
}
