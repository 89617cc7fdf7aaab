using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class LauncherTests(Shop shop)
{
    private const string StoredInBrowser =
        "async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length].join()";

    [Theory, MemberData(nameof(Looks.All), MemberType = typeof(Looks))]
    public Task Before_the_click_only_the_loader_is_fetched_and_nothing_is_stored(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await shopper.PictureAsync("closed");

            string[] asked = [.. shopper.Watch.Requests.Select(address => new Uri(address).AbsolutePath)];
            Assert.Equal("/widget/supportbot.js", Assert.Single(asked, path => path.StartsWith("/widget/", StringComparison.Ordinal)));
            Assert.DoesNotContain(asked, path => path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/v3/", StringComparison.Ordinal));
            Assert.Equal(",0,0,0,0", await shopper.Page.EvaluateAsync<string>(StoredInBrowser));
            Assert.Empty(await shopper.Context.CookiesAsync());
        });

    [Theory, MemberData(nameof(Looks.All), MemberType = typeof(Looks))]
    public Task A_click_opens_the_chat_which_greets_with_a_numbered_menu(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await Expect(shopper.Launcher).ToHaveAccessibleNameAsync(shopper.Words.Open);
            await shopper.OpenAsync();

            await Expect(shopper.Message(shopper.Words.Greeting)).ToContainTextAsync(shopper.Words.Menu[0]);
            await Expect(shopper.Message(shopper.Words.Greeting).Locator("li").Last).ToHaveJSPropertyAsync("value", 0);
            await Expect(shopper.Choices).ToHaveTextAsync(shopper.Words.Menu);
            Assert.Empty(await shopper.Context.CookiesAsync());
            await shopper.PictureAsync("greeting");
        });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task On_a_phone_the_chat_takes_the_whole_screen_and_gives_it_back(string locale) =>
        shop.VisitAsync(new(Device.Phone, locale), async shopper =>
        {
            await shopper.OpenAsync();
            LocatorBoundingBoxResult? box = await shopper.Panel.BoundingBoxAsync();
            Assert.Equal((0, 0, 390, 844), (box!.X, box.Y, box.Width, box.Height));
            await Expect(shopper.Launcher).ToBeHiddenAsync();

            await shopper.CloseAsync();
            await Expect(shopper.Launcher).ToBeVisibleAsync();
            Assert.Equal("visible", await shopper.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).overflowY"));
        });

    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Phone, "zh")]
    public Task An_answer_that_comes_while_the_chat_is_closed_is_counted_until_it_is_read(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            TaskCompletionSource closed = new();
            await shopper.Page.RouteAsync("**/activities", async route =>
            {
                await closed.Task;
                await route.ContinueAsync();
            });
            await shopper.SayAsync(shopper.Words.Question);
            await shopper.CloseAsync();
            closed.SetResult();

            await Expect(shopper.Launcher).ToHaveAccessibleNameAsync(shopper.Words.Unread);
            await Expect(shopper.Launcher.Locator(".badge")).ToHaveTextAsync("1");
            await shopper.PictureAsync("unread");

            await shopper.Launcher.ClickAsync();
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeInViewportAsync();
            await shopper.CloseAsync();
            await Expect(shopper.Launcher).ToHaveAccessibleNameAsync(shopper.Words.Open);
        });
}
