using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class ConversationTests(Shop shop)
{
    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public Task A_shopper_asks_in_English_and_is_answered(Device device) => AskAsync(device, "en");

    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public Task A_shopper_asks_in_Chinese_and_is_answered(Device device) => AskAsync(device, "zh");

    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Phone, "zh")]
    public Task A_suggested_answer_is_said_with_one_click(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Choices.First.ClickAsync();

            await Expect(shopper.Own(shopper.Words.Menu[0])).ToContainTextAsync(shopper.Words.Sent);
            await Expect(shopper.Message(shopper.Words.Section)).ToBeVisibleAsync();
            await Expect(shopper.Choices.First).ToHaveTextAsync(shopper.Words.Section);
        });

    [Theory, InlineData(Device.Desktop, "zh"), InlineData(Device.Phone, "en")]
    public Task What_was_said_is_there_again_after_a_reload(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);
            string[] said = [.. await shopper.Log.Locator(".bubble").AllTextContentsAsync()];

            await shopper.ReturnAsync();
            await Expect(shopper.Panel).ToBeHiddenAsync();
            await Expect(shopper.Launcher).ToHaveAccessibleNameAsync(shopper.Words.Open);
            await shopper.OpenAsync();
            await Expect(shopper.Log.Locator(".bubble")).ToHaveTextAsync(said);
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeInViewportAsync();
        });

    [Fact]
    public Task Two_tabs_show_one_conversation() =>
        shop.VisitAsync(new(Device.Desktop, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            Shopper other = await shopper.AnotherTabAsync();
            await other.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);

            await Expect(other.Own(shopper.Words.Question)).ToHaveCountAsync(1);
            await Expect(other.Message(shopper.Words.Answer)).ToHaveCountAsync(1);
        });

    private Task AskAsync(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);

            // The words are Markdown; what a shopper sees of it is bold, not asterisks.
            await Expect(shopper.Message(shopper.Words.Answer).Locator("strong")).ToContainTextAsync("30");
            await shopper.PictureAsync("answered");
        });
}
