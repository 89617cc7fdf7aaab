using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Channels.Sms;

namespace SupportBot.BotService.Tests.Channels;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData("You have **30 days**, or *more*.", "You have 30 days, or more.")]
    [InlineData("See [the page](https://shop.example/a?b=1).", "See the page https://shop.example/a?b=1.")]
    [InlineData("<https://shop.example/>", "https://shop.example/")]
    [InlineData("- one\n- `two`\n\n3. three\n4. four", "- one\n- two\n3. three\n4. four")]
    [InlineData("first\nsecond\n\nthird", "first\nsecond\nthird")]
    [InlineData(@"Ann \*Star\* &amp; Bo", "Ann *Star* & Bo")]
    [InlineData("# 标题\n\n收货后 **30 天**内", "标题\n收货后 30 天内")]
    public void Markdown_is_read_as_it_is_meant(string markdown, string text) => Assert.Equal(text, SmsText.Of(Message(markdown)));

    [Fact]
    public void Cards_and_choices_are_written_out()
    {
        Attachment card = new() { ContentType = HeroCard.ContentType, Content = JsonElement.Parse("""{"title":"Mug","subtitle":"£8","buttons":[{"type":"imBack","title":"Buy","value":"Buy"},{"type":"openUrl","title":"See it","value":"https://shop.example/mug"}]}""") };
        Attachment file = new() { ContentType = "image/png", Name = "receipt.png", ContentUrl = "https://shop.example/files/1" };
        Activity said = Message("Here:") with { Attachments = [card, file], SuggestedActions = new SuggestedActions { Actions = [new CardAction { Type = "imBack", Title = "Returns" }] } };
        Assert.Equal("Here:\nMug\n£8\nhttps://shop.example/mug\nreceipt.png https://shop.example/files/1\n· Returns", SmsText.Of(said));
    }

    [Fact]
    public void What_has_no_words_is_nothing() => Assert.Equal("", SmsText.Of(new Activity { Type = ActivityTypes.Event, Name = "handoff.status", Text = "x" }));

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "markdown" };
}
