namespace SupportBot.Recognizers.Tests;

public sealed class ChineseNumbers
{
    [Theory]
    [InlineData("我要两件蓝色的", "两=2")]
    [InlineData("三千零六", "三千零六=3006")]
    [InlineData("六千八", "六千八=6800")]
    [InlineData("一亿两千万", "一亿两千万=120000000")]
    [InlineData("四分之三", "四分之三=0.75")]
    [InlineData("１２３．５", "123.5=123.5")]
    [InlineData("他家在四川", "")]
    public void Numbers_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.Chinese(text, Kinds.Number)));

    [Theory]
    [InlineData("打八五折", "八五折=85%")]
    [InlineData("百分之十二", "百分之十二=12%")]
    [InlineData("涨了两成", "两成=20%")]
    public void Percentages_are_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.Chinese(text, Kinds.Percentage)));

    [Theory]
    [InlineData("一共三百二十块", "三百二十块=320 Chinese yuan")]
    [InlineData("八块五毛", "八块五毛=8.5 Chinese yuan")]
    [InlineData("退我45欧元", "45欧元=45 Euro")]
    public void Money_is_found(string text, string expected) => Assert.Equal(expected, Reading.Line(Reading.Chinese(text, Kinds.Currency)));
}
