namespace SupportBot.Recognizers.Tests;

public sealed class ChineseDates
{
    [Theory]
    [InlineData("下周二下午三点提醒我", "下周二下午三点=2026-11-24 15:00:00")]
    [InlineData("三天后送到", "三天后=2026-11-24")]
    [InlineData("12月1日到12月5日", "12月1日到12月5日=2026-12-01..2026-12-05")]
    [InlineData("明天早上", "明天早上=2026-11-22 08:00:00..2026-11-22 12:00:00")]
    [InlineData("２０２６年１２月３号", "2026年12月3号=2026-12-03")]
    [InlineData("修了一个半小时", "一个半小时=5400")]
    [InlineData("每天晚上八点", "每天晚上八点=not resolved")]
    [InlineData("下午两点到四点", "下午两点到四点=14:00:00..16:00:00")]
    [InlineData("電話什麼時候打？後天", "後天=2026-11-23")]
    public void Dates_and_times_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.Chinese(text)));
}
