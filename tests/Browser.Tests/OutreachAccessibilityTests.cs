using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class OutreachAccessibilityTests(Shop shop)
{
    private static readonly string[] Pages = ["plan", "campaigns", "campaigns/new", "segments", "segments/new", "templates", "templates/new", "reminders", "undelivered", "jobs", "outbox"];

    private static readonly Regex Api = new("/api/(outreach|outbox)");

    [Theory]
    [InlineData(Device.Desktop, "en", ColorScheme.Light)]
    [InlineData(Device.Desktop, "zh", ColorScheme.Dark)]
    [InlineData(Device.Phone, "zh", ColorScheme.Light)]
    [InlineData(Device.Phone, "en", ColorScheme.Dark)]
    public Task Axe_finds_nothing_serious_on_any_page_of_outreach_and_nothing_sticks_out(Device device, string locale, ColorScheme theme) => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent chief = await team.AgentAsync(new(device, locale, theme), "Chief", Role.Administrator);
        List<string> found = [];
        foreach (string page in Pages)
        {
            found.AddRange(await DeskAccessibilityTests.LookAtAsync(chief, page, AriaRole.Heading, $"outreach-{page.Replace('/', '-')}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    });

    [Fact]
    public Task Without_a_connection_every_page_says_so_and_how_to_go_on() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent chief = await team.AgentAsync(new(Device.Desktop, "en"), "Chief", Role.Administrator);
        chief.Watch.ConnectionMayFail = true;
        foreach (string page in Pages.Where(page => !page.Contains("new", StringComparison.Ordinal)))
        {
            await chief.Page.RouteAsync(Api, route => route.AbortAsync());
            await chief.ComeAsync($"/desk/{page}");
            await Expect(chief.Main.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The service cannot be reached");
            await chief.Page.UnrouteAsync(Api);
            await chief.Main.GetByRole(AriaRole.Button, new() { Name = "Try again" }).First.ClickAsync();
        }
    });
}
