using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Tests;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("and for shoes?")]
    [InlineData("What about kids")]
    [InlineData("or the blue one")]
    [InlineData("那鞋子呢？")]
    [InlineData("还有包包")]
    public void A_short_question_of_that_form_leans_on_the_one_before(string question) => Assert.True(Leans(question, top: 0, foreign: -1));

    [Theory]
    [InlineData("shoes")]
    [InlineData("how long does delivery take")]
    [InlineData("and if i order shoes for my son who lives in leeds today")]
    [InlineData("")]
    public void Any_other_form_does_not(string question) => Assert.False(Leans(question, top: 0, foreign: -1));

    [Fact]
    public void A_question_that_an_entry_answers_by_itself_does_not() => Assert.False(Leans("and where is my order", top: 0.9f, foreign: -1));

    [Fact]
    public void A_question_about_something_else_entirely_does_not() => Assert.False(Leans("and how is the weather", top: 0, foreign: 0.8f));

    [Fact]
    public void The_index_carries_the_topic_on()
    {
        Finding finding = Store.Index.Find("那沙发呢？", "zh", "refund-time");

        Assert.Equal(("refund-time", true), (finding.First.Id, finding.Verdict != Verdict.Refusal));
    }

    [Fact]
    public void A_topic_that_is_gone_is_not_carried_on() =>
        Assert.NotEqual("gone", Store.Index.Find("那沙发呢？", "zh", "gone").First.Id);

    private static bool Leans(string question, float top, float foreign)
    {
        Scratch scratch = new();
        TokenReader.Read(question, scratch);
        return FollowUp.Leans(scratch, top, foreign);
    }
}
