using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Tests.Text;

public sealed class SpellingTests
{
    private static readonly Spelling Words = new(new Dictionary<string, int> { ["refund"] = 9, ["parcel"] = 3, ["parcels"] = 1, ["form"] = 2 });

    [Theory]
    [InlineData("refnud", "refund")]
    [InlineData("reefund", "refund")]
    [InlineData("efund", "refund")]
    [InlineData("refumd", "refund")]
    [InlineData("oarcel", "parcel")]
    [InlineData("fomr", "form")]
    public void One_error_is_corrected(string typed, string word) => Assert.Equal(word, Correct(typed));

    [Theory]
    [InlineData("refund")]
    [InlineData("rfnd")]
    [InlineData("farm")]
    [InlineData("xyz")]
    [InlineData("")]
    public void A_known_a_far_or_a_short_word_is_left(string typed) => Assert.Equal("", Correct(typed));

    private static string Correct(string typed) => Words.Correct(typed, Hashing.Of(typed)).ToString();
}
