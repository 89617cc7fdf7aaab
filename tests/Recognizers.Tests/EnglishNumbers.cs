namespace SupportBot.Recognizers.Tests;

public sealed class EnglishNumbers
{
    [Theory]
    [InlineData("two of the blue ones", "two=2")]
    [InlineData("send me twenty-four boxes and 1,250 bags", "twenty-four=24; 1,250=1250")]
    [InlineData("one and a half metres", "one and a half=1.5")]
    [InlineData("four hundred and twelve", "four hundred and twelve=412")]
    [InlineData("minus seven point two five", "minus seven point two five=-7.25")]
    [InlineData("three quarters of the order", "three quarters=0.75")]
    [InlineData("5kg", "")]
    public void Numbers_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.English(text, Kinds.Number)));

    [Theory]
    [InlineData("the third parcel", "third=3")]
    [InlineData("on the 22nd floor", "22nd=22")]
    [InlineData("twenty-first", "twenty-first=21")]
    public void Ordinals_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.English(text, Kinds.Ordinal)));

    [Theory]
    [InlineData("15% off", "15%=15%")]
    [InlineData("twelve percent", "twelve percent=12%")]
    public void Percentages_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.English(text, Kinds.Percentage)));

    [Theory]
    [InlineData("it cost $ 12.99", "$ 12.99=12.99 Dollar")]
    [InlineData("40 euros please", "40 euros=40 Euro")]
    [InlineData("3 dollars 20 cents", "3 dollars 20 cents=3.2 Dollar")]
    public void Money_is_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.English(text, Kinds.Currency)));
}
