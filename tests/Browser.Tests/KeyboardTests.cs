using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class KeyboardTests(Shop shop)
{
    private const int MostStops = 60;

    [Theory, InlineData("en"), InlineData("zh")]
    public Task A_shopper_without_a_mouse_finds_opens_uses_and_closes_the_chat(string locale) =>
        shop.VisitAsync(new(Device.Desktop, locale), async shopper =>
        {
            IKeyboard keyboard = shopper.Page.Keyboard;
            await TabToLauncherAsync(shopper);
            await shopper.PictureAsync("keyboard");
            await keyboard.PressAsync("Enter");
            await Expect(shopper.Field).ToBeFocusedAsync();
            await Expect(shopper.Message(shopper.Words.Greeting)).ToBeVisibleAsync();

            await keyboard.InsertTextAsync(shopper.Words.Question);
            await keyboard.PressAsync("Enter");
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await Expect(shopper.Field).ToBeFocusedAsync();
            await Expect(shopper.Field).ToHaveValueAsync("");

            await keyboard.PressAsync("Escape");
            await Expect(shopper.Panel).ToBeHiddenAsync();
            await Expect(shopper.Launcher).ToBeFocusedAsync();
        });

    [Fact]
    public Task The_choices_are_reached_with_the_Tab_key() =>
        shop.VisitAsync(new(Device.Desktop, "en"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Page.Keyboard.PressAsync("Shift+Tab");
            await shopper.Page.Keyboard.PressAsync("Shift+Tab");
            await Expect(shopper.Choices.Last).ToBeFocusedAsync();
            await shopper.Page.Keyboard.PressAsync("Shift+Tab");
            await shopper.Page.Keyboard.PressAsync("Enter");

            await Expect(shopper.Message(shopper.Words.Section)).ToBeVisibleAsync();
            await Expect(shopper.Field).ToBeFocusedAsync();
        });

    [Fact]
    public Task On_a_phone_with_a_keyboard_Escape_closes_and_focus_returns() =>
        shop.VisitAsync(new(Device.Phone, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Page.Keyboard.PressAsync("Escape");
            await Expect(shopper.Panel).ToBeHiddenAsync();
            await Expect(shopper.Launcher).ToBeFocusedAsync();
        });

    [Fact]
    public Task Shift_and_Enter_start_a_new_line() =>
        shop.VisitAsync(new(Device.Desktop, "en"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Field.PressSequentiallyAsync("one");
            await shopper.Page.Keyboard.PressAsync("Shift+Enter");
            await shopper.Field.PressSequentiallyAsync("two");
            await Expect(shopper.Field).ToHaveValueAsync("one\ntwo");
            await Expect(shopper.Log.Locator(".own")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task Enter_that_ends_a_composition_sends_nothing() =>
        shop.VisitAsync(new(Device.Desktop, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            ICDPSession session = await shopper.Context.NewCDPSessionAsync(shopper.Page);
            await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "tui huo", ["selectionStart"] = 7, ["selectionEnd"] = 7 });
            await Expect(shopper.Field).ToHaveValueAsync("tui huo");
            await shopper.Page.Keyboard.PressAsync("Enter");
            await Expect(shopper.Log.Locator(".own")).ToHaveCountAsync(0);

            await shopper.Field.FillAsync(shopper.Words.Question);
            await shopper.Page.Keyboard.PressAsync("Enter");
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await Expect(shopper.Log.Locator(".own")).ToHaveCountAsync(1);
        });

    /// <summary>Browsers differ in what they set on the key that ends a composition.</summary>
    [Fact]
    public Task A_key_taken_by_an_input_method_sends_nothing() =>
        shop.VisitAsync(new(Device.Desktop, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Field.FillAsync("退货");
            await shopper.Field.EvaluateAsync("""
                field => {
                    for (const key of [{ key: 'Enter', isComposing: true }, { key: 'Enter', keyCode: 229 }, { key: 'Process', keyCode: 229 }]) {
                        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
                        field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...key }));
                        field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '退货' }));
                    }
                }
                """);
            await Expect(shopper.Field).ToHaveValueAsync("退货");
            await Expect(shopper.Log.Locator(".own")).ToHaveCountAsync(0);
        });

    private static async Task TabToLauncherAsync(Shopper shopper)
    {
        for (int stop = 0; stop < MostStops; stop++)
        {
            await shopper.Page.Keyboard.PressAsync("Tab");
            if (await shopper.Launcher.EvaluateAsync<bool>("button => button.matches(':focus-visible')"))
            {
                return;
            }
        }

        Assert.Fail($"The launcher is not among the first {MostStops} stops of the Tab key.");
    }
}
