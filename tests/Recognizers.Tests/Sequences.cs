namespace SupportBot.Recognizers.Tests;

public sealed class Sequences
{
    [Theory]
    [InlineData("call me on 139 1234 5678", "139 1234 5678")]
    [InlineData("my number: +44 20 7946 0018", "+44 20 7946 0018")]
    public void Phones_are_found(string text, string expected) => Assert.Equal(expected, Assert.Single(Reading.English(text, Kinds.Phone)).Text);

    [Fact]
    public void Addresses_are_found_in_both_cultures()
    {
        Assert.Equal("me.too@shop.example.com", Assert.Single(Reading.Chinese("邮箱me.too@shop.example.com。", Kinds.Email)).Text);
        Assert.Equal("https://shop.example.com/a?b=1", Assert.Single(Reading.English("see https://shop.example.com/a?b=1.", Kinds.Url)).Text);
    }

    [Theory]
    [InlineData("yes please", "true")]
    [InlineData("no thanks", "false")]
    public void Yes_and_no_are_found(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Reading.English(text, Kinds.Boolean)).Resolution["value"]);

    [Fact]
    public void Order_numbers_follow_the_owners_patterns()
    {
        OrderNumberPatterns patterns = new(["A[0-9]{2}-[0-9]{5}"]);
        Recognition found = Assert.Single(Recognizer.Recognize("my order is #a10-20391", Culture.English, Kinds.OrderNumber, Reading.Now, patterns));
        Assert.Equal("A10-20391", found.Resolution["value"]);
        Assert.Equal((13, 21), (found.Start, found.End));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)b")]
    [InlineData("")]
    public void A_pattern_that_cannot_be_used_is_named(string pattern) =>
        Assert.Contains($"'{pattern}'", Assert.Throws<ArgumentException>(() => new OrderNumberPatterns([pattern])).Message, StringComparison.Ordinal);
}
