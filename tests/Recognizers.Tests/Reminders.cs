namespace SupportBot.Recognizers.Tests;

public sealed class Reminders
{
    [Theory]
    [InlineData("remind me on friday", "2026-11-27 09:00")]
    [InlineData("remind me today", "2026-11-21 11:00")]
    [InlineData("at 5", "2026-11-21 17:00")]
    [InlineData("at 9am", "2026-11-22 09:00")]
    [InlineData("next tuesday at 3pm", "2026-11-24 15:00")]
    [InlineData("in two weeks", "2026-12-05 09:00")]
    public void The_next_sensible_moment_is_taken(string text, string expected) =>
        Assert.Equal(expected, ReminderReading.MostLikely(Reading.English(text), Reading.Now)?.ToString("yyyy-MM-dd HH:mm", null));

    [Theory]
    [InlineData("春节提醒我", "2027-02-06 09:00")]
    [InlineData("除夕", "2027-02-05 09:00")]
    [InlineData("明天下午三点", "2026-11-22 15:00")]
    [InlineData("十分钟后", "2026-11-21 10:10")]
    public void Chinese_moments_are_taken_and_lunar_days_turned_into_solar_ones(string text, string expected) =>
        Assert.Equal(expected, ReminderReading.MostLikely(Reading.Chinese(text), Reading.Now)?.ToString("yyyy-MM-dd HH:mm", null));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("for two hours")]
    [InlineData("hello")]
    public void What_is_past_or_no_moment_gives_none(string text) =>
        Assert.Null(ReminderReading.MostLikely(Reading.English(text), Reading.Now));
}
