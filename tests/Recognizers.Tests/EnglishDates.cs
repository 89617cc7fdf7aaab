namespace SupportBot.Recognizers.Tests;

public sealed class EnglishDates
{
    [Theory]
    [InlineData("remind me next Tuesday at 3pm", "next tuesday at 3pm=2026-11-24 15:00:00")]
    [InlineData("call me back tomorrow morning", "tomorrow morning=2026-11-22 08:00:00..2026-11-22 12:00:00")]
    [InlineData("it came three days ago", "three days ago=2026-11-18")]
    [InlineData("between december 1st and december 5th", "between december 1st and december 5th=2026-12-01..2026-12-05")]
    [InlineData("delivered on 12/24/2026", "12/24/2026=2026-12-24")]
    [InlineData("in half an hour", "in half an hour=2026-11-21 10:30:00")]
    [InlineData("the repair took two hours", "two hours=7200")]
    [InlineData("from 2 to 4pm", "from 2 to 4pm=14:00:00..16:00:00")]
    [InlineData("every monday", "every monday=not resolved")]
    [InlineData("you may march on", "")]
    [InlineData("31 February 2026", "february 2026=2026-02-01..2026-03-01")]
    [InlineData("25 o'clock", "")]
    public void Dates_and_times_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.English(text)));

    [Fact]
    public void An_unclear_day_gives_the_past_reading_first()
    {
        Resolution resolution = Assert.Single(Reading.English("friday")).Resolution;
        Assert.Equal(["2026-11-20", "2026-11-27"], resolution.Values.Select(value => value["value"]));
        Assert.All(resolution.Values, value => Assert.Equal("XXXX-WXX-5", value["timex"]));
    }

    [Fact]
    public void An_unclear_hour_gives_both_halves_of_the_day()
    {
        Resolution resolution = Assert.Single(Reading.English("today at 5")).Resolution;
        Assert.Equal(["2026-11-21T05", "2026-11-21T17"], resolution.Values.Select(value => value["timex"]));
    }
}
