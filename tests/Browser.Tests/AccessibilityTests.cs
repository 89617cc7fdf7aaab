using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class AccessibilityTests(Shop shop)
{
    internal const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .filter(found => found.impact === 'serious' || found.impact === 'critical')
            .map(found => `${found.id} (${found.impact}): ${found.nodes.map(node => `${node.target} ${node.any.map(check => check.message).join()}`).join(' | ')}`)
        """;

    internal static readonly Lazy<Task<string>> Axe = new(() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    [Theory, MemberData(nameof(Looks.AllByDayAndNight), MemberType = typeof(Looks))]
    public Task Axe_finds_nothing_serious_on_the_page_and_in_the_chat(Device device, string locale, ColorScheme theme) =>
        shop.VisitAsync(new(device, locale, theme), async shopper =>
        {
            await shopper.Page.EvaluateAsync(await Axe.Value);
            Assert.Empty(await shopper.Page.EvaluateAsync<string[]>(Run));

            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);
            await shopper.PictureAsync("axe");
            Assert.Empty(await shopper.Page.EvaluateAsync<string[]>(Run));
        });

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public Task Axe_finds_nothing_serious_while_the_connection_is_lost(ColorScheme theme) =>
        shop.VisitAsync(new(Device.Desktop, "en", theme), async shopper =>
        {
            shopper.Watch.ConnectionMayFail = true;
            await shopper.OpenAsync();
            await shopper.Context.SetOfflineAsync(true);
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Banner).ToContainTextAsync(shopper.Words.Offline);
            await shopper.PictureAsync("offline");

            await shopper.Page.EvaluateAsync(await Axe.Value);
            Assert.Empty(await shopper.Page.EvaluateAsync<string[]>(Run));
        });
}
