using System.Diagnostics;
using System.Text.Json;
using SupportBot.Channels;
using Activity = SupportBot.Channels.Activity;

namespace SupportBot.BotService.Tests.Channels;

public sealed class SensitiveNumbersTests
{
    [Theory]
    [InlineData("my card is 4111111111111111 ok", "my card is ••••••••••••1111 ok")]
    [InlineData("4111 1111 1111 1111", "•••• •••• •••• 1111")]
    [InlineData("4111-1111-1111-1111.", "••••-••••-••••-1111.")]
    [InlineData("卡号4111111111111111请退款", "卡号••••••••••••1111请退款")]
    [InlineData("４１１１１１１１１１１１１１１１", "••••••••••••１１１１")]
    [InlineData("amex 3782 822463 10005", "amex •••• •••••• •0005")]
    [InlineData("银联 6212345678901232 和 5555555555554444", "银联 ••••••••••••1232 和 ••••••••••••4444")]
    [InlineData("身份证 11010519491231002X。", "身份证 ••••••••••••••002X。")]
    [InlineData("身份证11010519491231002x", "身份证••••••••••••••002x")]
    [InlineData("440308199901101512", "••••••••••••••1512")]
    [InlineData("4111111111111111 4111111111111111", "••••••••••••1111 ••••••••••••1111")]
    public void Card_and_identity_numbers_are_covered(string typed, string stored) => Assert.Equal(stored, SensitiveNumbers.Mask(typed));

    [Theory]
    [InlineData("order SB20260312-0042")]
    [InlineData("4111111111111112")]
    [InlineData("call me on +86 138 1234 5678")]
    [InlineData("parcel 1Z999AA10123456784")]
    [InlineData("tracking 773112345678901")]
    [InlineData("440308199901101513")]
    [InlineData("11010519491331002X")]
    [InlineData("号码 123456789012345678901234567890")]
    [InlineData("41111111111111110000000000")]
    [InlineData("2026-03-12 10:30, 2026-03-13 11:45")]
    [InlineData("")]
    public void Other_numbers_stay(string typed) => Assert.Equal(typed, SensitiveNumbers.Mask(typed));

    [Fact]
    public void Values_of_buttons_and_channel_data_are_covered_too()
    {
        Activity activity = new()
        {
            Type = "message",
            Value = JsonElement.Parse("""{"card":"4111 1111 1111 1111","also":4111111111111111,"list":["x",5],"keep":1.5}"""),
            ChannelData = JsonElement.Parse("""{"clientActivityID":"a1","text":"4111111111111111"}"""),
        };
        Activity masked = SensitiveNumbers.Mask(activity);
        Assert.DoesNotContain("41111111", masked.Value?.GetRawText() + masked.ChannelData?.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1.5, masked.Value?.GetProperty("keep").GetDouble());
        Assert.Equal("a1", masked.ChannelData?.GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public void A_long_text_of_digits_takes_no_long_time()
    {
        string digits = string.Concat(Enumerable.Repeat("4111 1111 1111 111 ", 3_500));
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Time(digits)), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static TimeSpan Time(string digits)
    {
        long started = Stopwatch.GetTimestamp();
        SensitiveNumbers.Mask(digits);
        return Stopwatch.GetElapsedTime(started);
    }
}
