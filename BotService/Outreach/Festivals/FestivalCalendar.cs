namespace SupportBot.Outreach.Festivals;

/// <summary>The festivals greetings can be planned for. A festival is a day to greet on, not a day off.</summary>
internal static class FestivalCalendar
{
    public static readonly IReadOnlyList<Festival> All =
    [
        new("new-year", "New Year", "元旦", FestivalRule.Fixed, 1, 1),
        new("laba", "Laba Festival", "腊八节", FestivalRule.Lunar, 12, 8),
        new("spring-festival-eve", "Chinese New Year's Eve", "除夕", FestivalRule.LunarEve),
        new("spring-festival", "Spring Festival", "春节", FestivalRule.Lunar, 1, 1),
        new("lantern", "Lantern Festival", "元宵节", FestivalRule.Lunar, 1, 15),
        new("valentine", "Valentine's Day", "情人节", FestivalRule.Fixed, 2, 14),
        new("womens-day", "Women's Day", "妇女节", FestivalRule.Fixed, 3, 8),
        new("easter", "Easter", "复活节", FestivalRule.Easter),
        new("qingming", "Qingming", "清明节", FestivalRule.SolarTerm, 4),
        new("labour-day", "Labour Day", "劳动节", FestivalRule.Fixed, 5, 1),
        new("mothers-day", "Mother's Day", "母亲节", FestivalRule.NthWeekday, 5, 2),
        new("childrens-day", "Children's Day", "儿童节", FestivalRule.Fixed, 6, 1),
        new("dragon-boat", "Dragon Boat Festival", "端午节", FestivalRule.Lunar, 5, 5),
        new("618", "6/18 sale", "618 购物节", FestivalRule.Fixed, 6, 18),
        new("fathers-day", "Father's Day", "父亲节", FestivalRule.NthWeekday, 6, 3),
        new("qixi", "Qixi Festival", "七夕节", FestivalRule.Lunar, 7, 7),
        new("teachers-day", "Teachers' Day", "教师节", FestivalRule.Fixed, 9, 10),
        new("mid-autumn", "Mid-Autumn Festival", "中秋节", FestivalRule.Lunar, 8, 15),
        new("national-day", "National Day", "国庆节", FestivalRule.Fixed, 10, 1),
        new("double-ninth", "Double Ninth Festival", "重阳节", FestivalRule.Lunar, 9, 9),
        new("halloween", "Halloween", "万圣夜", FestivalRule.Fixed, 10, 31),
        new("double-eleven", "11/11 sale", "双十一", FestivalRule.Fixed, 11, 11),
        new("thanksgiving", "Thanksgiving", "感恩节", FestivalRule.Thanksgiving),
        new("black-friday", "Black Friday", "黑色星期五", FestivalRule.Thanksgiving, Day: 1),
        new("cyber-monday", "Cyber Monday", "网络星期一", FestivalRule.Thanksgiving, Day: 4),
        new("double-twelve", "12/12 sale", "双十二", FestivalRule.Fixed, 12, 12),
        new("winter-solstice", "Winter Solstice", "冬至", FestivalRule.SolarTerm, 12),
        new("christmas", "Christmas", "圣诞节", FestivalRule.Fixed, 12, 25),
    ];

    public static Festival? Find(string id) => All.FirstOrDefault(festival => string.Equals(festival.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every festival from a day on, in order of date; days beyond the known years are left out.</summary>
    public static IReadOnlyList<(DateOnly Date, Festival Festival)> From(DateOnly first, int days)
    {
        DateOnly last = first.AddDays(days);
        return
        [
            .. from year in Enumerable.Range(first.Year, last.Year - first.Year + 1)
               where year is >= Festival.FirstYear and <= Festival.LastYear
               from festival in All
               from date in festival.In(year)
               where date >= first && date <= last
               orderby date
               select (date, festival),
        ];
    }
}
