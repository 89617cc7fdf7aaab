using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class HostileTextTests(Shop shop)
{
    /// <summary>What could run, load or lead away, anywhere in the chat.</summary>
    private const string Dangers = """
        panel => [...panel.querySelectorAll('.log *')]
            .flatMap(element => [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)])
            .filter(found => /^(script|iframe|object|embed|style|link|meta|base|form|template|math|details)$|^on|^srcdoc=|^style=|^(href|src)=(?!https?:|mailto:)/i.test(found))
        """;

    [Fact]
    public Task What_a_shopper_writes_stays_text() =>
        shop.VisitAsync(new(Device.Desktop, "en"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.SayAsync(string.Join('\n', HostileText.Payloads));
            await Expect(shopper.Log.Locator(".own")).ToContainTextAsync(shopper.Words.Sent);
            await shopper.PictureAsync("hostile-message");
            await AssertHarmlessAsync(shopper);

            await shopper.ReturnAsync();
            await shopper.OpenAsync();
            Assert.Contains(HostileText.Payloads[0], await shopper.Log.Locator(".own .bubble").TextContentAsync());
            await AssertHarmlessAsync(shopper);
        });

    [Fact]
    public Task What_an_article_says_stays_text() =>
        shop.VisitAsync(new(Device.Phone, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Trap, HostileText.Payloads[0]);
            await shopper.PictureAsync("hostile-article");
            await AssertHarmlessAsync(shopper);
        });

    [Fact]
    public Task What_a_card_carries_cannot_run_or_lead_away() =>
        shop.VisitAsync(new(Device.Desktop, "en"), async shopper =>
        {
            Action<string> push = await CardTests.JoinStreamAsync(shopper);
            await shopper.OpenAsync();
            string[] addresses = ["javascript:alert(1)", "data:text/html,<script>alert(2)</script>", "vbscript:alert(3)", " java\nscript:alert(4)", "blob:null/5", "file:///etc/passwd"];
            push(CardTests.Frame("trap", [.. addresses.Select(address => CardTests.Card("<img src=x onerror=alert(6)>", HostileText.Payloads[6], address, [("openUrl", address), ("call", address), ("signin", address), ("showImage", address)]))]));
            await Expect(shopper.Log.Locator(".card")).ToHaveCountAsync(addresses.Length);
            await Expect(shopper.Log.Locator(".card :is(a, button, img)")).ToHaveCountAsync(0);
            await AssertHarmlessAsync(shopper);
        });

    private static async Task AssertHarmlessAsync(Shopper shopper)
    {
        Assert.Empty(await shopper.Panel.EvaluateAsync<string[]>(Dangers));
        Assert.Null(await shopper.Page.EvaluateAsync<JsonElement?>("window.trapped ?? null"));
        Assert.Single(shopper.Page.Frames);
        Assert.Single(shopper.Context.Pages);
    }
}
