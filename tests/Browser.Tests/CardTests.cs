using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>Cards the store's own programs may send; here they are slipped into the stream of the real service.</summary>
[Collection(nameof(ShopTests))]
public sealed partial class CardTests(Shop shop)
{
    [Theory]
    [InlineData(Device.Desktop, "zh", ColorScheme.Dark)]
    [InlineData(Device.Phone, "en", ColorScheme.Light)]
    public Task Cards_show_picture_price_and_buttons_that_speak(Device device, string locale, ColorScheme theme) =>
        shop.VisitAsync(new(device, locale, theme), async shopper =>
        {
            Action<string> push = await JoinStreamAsync(shopper);
            await shopper.OpenAsync();
            string picture = new Uri(new Uri(shopper.Page.Url), "/demo/kettle.svg").ToString();
            string card = Card("Enamel kettle 搪瓷水壶", "£42.00", picture, [("imBack", shopper.Words.Question), ("openUrl", "https://shop.example/kettle")]);
            push(Frame("cards", [card, card, card]));

            ILocator first = shopper.Log.Locator(".card").First;
            await Expect(first.Locator("img")).ToHaveJSPropertyAsync("complete", true);
            await Expect(first.Locator(".card-price")).ToHaveTextAsync("£42.00");
            await Expect(first.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("rel", "noopener noreferrer");
            await shopper.PictureAsync("cards");
            await first.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
        });

    /// <summary>What the returned action is given reaches the page as if the service had sent it.</summary>
    internal static async Task<Action<string>> JoinStreamAsync(Shopper shopper)
    {
        IWebSocketRoute? joined = null;
        await shopper.Page.RouteWebSocketAsync(Stream(), socket =>
        {
            socket.ConnectToServer();
            joined = socket;
        });
        return frame => joined!.Send(frame);
    }

    internal static string Frame(string id, string[] cards) => $$"""
        {"activities":[{"type":"message","id":"{{id}}","from":{"id":"bot","name":"Test Shop","role":"bot"},"attachmentLayout":"carousel",
        "channelData":{"webchat:sequence-id":1000},"attachments":[{{string.Join(',', cards)}}]}]}
        """;

    internal static string Card(string title, string price, string picture, (string Type, string Value)[] buttons) => JsonSerializer.Serialize(new
    {
        contentType = "application/vnd.microsoft.card.hero",
        content = new
        {
            title,
            subtitle = price,
            text = price,
            images = new[] { new { url = picture, alt = title } },
            buttons = buttons.Select(button => new { type = button.Type, title = button.Value, value = button.Value }),
        },
    });

    [GeneratedRegex("/stream")]
    private static partial Regex Stream();
}
