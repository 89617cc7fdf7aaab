using System.Diagnostics;

namespace SupportBot.Knowledge.Tests;

public sealed class QuestionsTests
{
    [Theory]
    [InlineData("where is my order", "where is my order")]
    [InlineData("Where is my order? Can I return it?", "Where is my order?|Can I return it?")]
    [InlineData("what does shipping cost and can i return it?", "what does shipping cost|can i return it?")]
    [InlineData("how long is delivery, do you ship to ireland, and what does it cost", "how long is delivery|do you ship to ireland|what does it cost")]
    [InlineData("can you tell me what it costs and how long it takes", "can you tell me what it costs|how long it takes")]
    [InlineData("What size should I take? I want to return the other pair.", "What size should I take?|I want to return the other pair.")]
    [InlineData("is it in stock; when will it ship", "is it in stock|when will it ship")]
    [InlineData("多久能到？能退吗？", "多久能到？|能退吗？")]
    [InlineData("运费多少 可以退货吗", "运费多少|可以退货吗")]
    [InlineData("什么时候发货，能用优惠券吗", "什么时候发货|能用优惠券吗")]
    [InlineData("能退吗运费谁出", "能退吗|运费谁出")]
    [InlineData("怎么退货，另外多久退款", "怎么退货|多久退款")]
    [InlineData("a?b?c?d?e?", "a?|b?|c?|d?e?")]
    public void A_message_is_cut_into_its_questions(string message, string parts) =>
        Assert.Equal(parts, string.Join('|', Questions.Split(message)));

    [Theory]
    [InlineData("red and blue shoes")]
    [InlineData("do you have red and blue shoes?")]
    [InlineData("i bought a dress and i want to return it")]
    [InlineData("i got the wrong size and can i exchange it")]
    [InlineData("how and where can i return this")]
    [InlineData("can i return the lamp, the green one, without a receipt?")]
    [InlineData("can you send the lamp, which arrived broken, back")]
    [InlineData("Hi, where is my order?")]
    [InlineData("Where is my order? Thanks!")]
    [InlineData("Where is my order? A10-48812")]
    [InlineData("My order is late. It was due on Monday. Where is it?")]
    [InlineData("does the 2.5 l kettle come in black")]
    [InlineData("红色和蓝色的鞋子有吗")]
    [InlineData("你好，我的订单到哪了")]
    [InlineData("衣服太小了，想换大一码可以吗")]
    [InlineData("我的快递还没到 订单号A10-48812")]
    [InlineData("really?")]
    public void One_question_stays_whole(string message) =>
        Assert.Equal(message, Assert.Single(Questions.Split(message)));

    [Theory]
    [InlineData("really???", "really?")]
    [InlineData("", "")]
    [InlineData("???", "")]
    public void Signs_alone_ask_nothing(string message, string parts) =>
        Assert.Equal(parts, string.Join('|', Questions.Split(message)));

    [Theory]
    [InlineData("and ")]
    [InlineData("?")]
    [InlineData(", also ")]
    [InlineData("吗 ")]
    public void A_hostile_message_is_cut_in_no_time(string piece)
    {
        string message = string.Concat(Enumerable.Repeat(piece, 65536 / piece.Length));
        Assert.InRange(Questions.Split(message).Count, 0, 4);
        Assert.InRange(Enumerable.Range(0, 20).Min(_ => Time(message)), 0, 50);
    }

    private static double Time(string message)
    {
        long start = Stopwatch.GetTimestamp();
        Questions.Split(message);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
