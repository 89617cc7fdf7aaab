namespace SupportBot.Knowledge.Tests;

public sealed class QuestionsTests
{
    [Theory]
    [InlineData("where is my order", "where is my order")]
    [InlineData("Where is my order? Can I return it?", "Where is my order?|Can I return it?")]
    [InlineData("多久能到？能退吗？", "多久能到？|能退吗？")]
    [InlineData("really???", "really?")]
    [InlineData("a?b?c?d?e?", "a?|b?|c?|d?e?")]
    [InlineData("", "")]
    [InlineData("???", "")]
    public void A_message_is_cut_into_its_questions(string message, string parts) =>
        Assert.Equal(parts, string.Join('|', Questions.Split(message)));
}
