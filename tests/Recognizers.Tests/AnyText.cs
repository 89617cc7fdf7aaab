using FsCheck;
using FsCheck.Fluent;

namespace SupportBot.Recognizers.Tests;

/// <summary>What holds for every text, well-formed or not.</summary>
public sealed class AnyText
{
    private static readonly string[] Pieces =
    [
        "1", "12", "2016", "-", "/", ":", ".", ",", " ", "from ", "to ", "next ", "monday", "may ", "at ", "3pm", "half ", "two ", "hundred", "and ", "%", "$",
        "一", "十", "百", "万", "零", "点", "半", "年", "月", "日", "下", "周", "到", "前", "后", "分之", "两", "元", "\ud83d", "\udc4d", "e\u0301", "０", "：", "（", "\0", "９９９９", "0000-00-00",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Spans_lie_within_the_text_and_do_not_overlap_within_a_kind() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts, text =>
    {
        foreach (Culture culture in Enum.GetValues<Culture>())
        {
            foreach (Kinds kind in Enum.GetValues<Kinds>().Where(kind => kind != Kinds.All))
                AssertInOrder(Recognizer.Recognize(text, culture, kind, Reading.Now), text.Length);
        }
    }));

    [Fact]
    public void Recognising_twice_gives_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Texts, text =>
        Assert.Equal(Described(text), Described(text))));

    [Fact]
    public void Both_languages_at_once_keep_the_order_too() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Texts, text =>
    {
        foreach (Kinds kind in new[] { Kinds.DateTime, Kinds.Number, Kinds.Currency, Kinds.Dimension })
            AssertInOrder(Recognizer.RecognizeMixed(text, Culture.English, kind, Reading.Now), text.Length);
    }));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\ud800")]
    [InlineData("\udc00 tomorrow \ud83d at 5\udfff pm")]
    [InlineData("tom\u200borrow\ufeff \u202e3pm 明\ufe0f天")]
    [InlineData("２０２６年１３月４５日 25：61 ９９：９９")]
    [InlineData("29 february 2023, february 30, 31 april, 2月30日, 十三月, 零月零日")]
    [InlineData("year 0, 0001-01-01, -1 days ago, week 99 of 9999, 1e400 years, 二十五点六十一分")]
    [InlineData("31 february, 25 o'clock, 0000-00-00, 9999-12-31, 99999999999999999999999999999999")]
    [InlineData("9999年12月31日之后一万年，公元0年，九千九百九十九亿亿亿亿年前")]
    [InlineData("in 99999999999 years, 99999999999 days ago, next 99999999 decades")]
    public void Odd_text_is_no_fault(string text)
    {
        foreach (Culture culture in Enum.GetValues<Culture>())
        {
            foreach (DateTime reference in new[] { Reading.Now, DateTime.MinValue, DateTime.MaxValue })
                AssertInOrder(Recognizer.Recognize(text, culture, Kinds.DateTime, reference), text.Length);
        }
    }

    private static void AssertInOrder(IReadOnlyList<Recognition> found, int length)
    {
        int last = -1;
        foreach (Recognition one in found)
        {
            Assert.InRange(one.Start, last + 1, one.End);
            Assert.InRange(one.End, one.Start, length - 1);
            Assert.Equal(one.End - one.Start + 1, one.Text.Length);
            last = one.End;
        }
    }

    private static string Described(string text) =>
        Reading.Line(Recognizer.Recognize(text, Culture.English, Kinds.All, Reading.Now)) + Reading.Line(Recognizer.Recognize(text, Culture.Chinese, Kinds.All, Reading.Now));
}
