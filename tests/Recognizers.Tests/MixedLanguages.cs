namespace SupportBot.Recognizers.Tests;

public sealed class MixedLanguages
{
    [Theory]
    [InlineData("next Tuesday 下午三点", "next tuesday 下午三点=2026-11-24 15:00:00")]
    [InlineData("下周二 at 3pm", "下周二 at 3pm=2026-11-24 15:00:00")]
    [InlineData("remind me 明天 at 9am please", "明天 at 9am=2026-11-22 09:00:00")]
    [InlineData("every Monday 上午九点", "every monday 上午九点=not resolved")]
    [InlineData("order it tomorrow 或者下周五", "tomorrow=2026-11-22; 下周五=2026-11-27")]
    [InlineData("from 3pm to 5pm 明天", "from 3pm to 5pm 明天=2026-11-22 15:00:00..2026-11-22 17:00:00")]
    public void Days_and_times_are_read_across_languages(string text, string expected) =>
        Assert.Equal(expected, Reading.Line(Recognizer.RecognizeMixed(text, Culture.English, Kinds.DateTime, Reading.Now)));

    [Theory]
    [InlineData("two mugs 和三个杯子", Culture.Chinese, "two=2; 三=3")]
    [InlineData("I want two mugs", Culture.Chinese, "two=2")]
    [InlineData("我要两个", Culture.English, "两=2")]
    public void Numbers_are_read_in_whichever_language_they_are_said(string text, Culture culture, string expected) =>
        Assert.Equal(expected, Reading.Line(Recognizer.RecognizeMixed(text, culture, Kinds.Number, Reading.Now)));

    [Fact]
    public void Text_of_one_language_is_read_as_by_that_language()
    {
        const string Text = "the parcel should arrive between December 1st and December 5th";
        Assert.Equal(
            Reading.Line(Reading.English(Text, Kinds.All)),
            Reading.Line(Recognizer.RecognizeMixed(Text, Culture.Chinese, Kinds.All, Reading.Now)));
    }

    [Fact]
    public void Recognitions_of_a_kind_never_overlap()
    {
        IReadOnlyList<Recognition> found = Recognizer.RecognizeMixed("pay 300元 or $5 by 3pm 周五 2 days 后, 5% 百分之三", Culture.English, Kinds.DateTime | Kinds.Currency, Reading.Now);
        foreach (IGrouping<bool, Recognition> kind in found.GroupBy(one => one.TypeName == "currency"))
            Assert.All(kind.Zip(kind.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    }
}
