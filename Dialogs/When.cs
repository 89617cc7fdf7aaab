using System.Globalization;

namespace SupportBot.Dialogs;

/// <summary>Days and moments in words.</summary>
public static class When
{
    private const string ChineseDays = "日一二三四五六";

    /// <summary>"Tuesday 3 March", "3月3日（周二）"; with the year when it is not this one's.</summary>
    public static string Day(DateOnly day, string locale, DateTime now)
    {
        bool thisYear = day.Year == now.Year;
        return locale == Language.Chinese
            ? $"{(thisYear ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日（周{ChineseDays[(int)day.DayOfWeek]}）"
            : day.ToString(thisYear ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    public static string Moment(DateTime at, string locale, DateTime now) =>
        $"{Day(DateOnly.FromDateTime(at), locale, now)}{(locale == Language.Chinese ? "" : ", ")}{at.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
