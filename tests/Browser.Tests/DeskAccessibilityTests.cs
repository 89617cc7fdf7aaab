using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class DeskAccessibilityTests(Shop shop)
{
    private static readonly string[] Pages = ["search?q=re", "tickets", "customers", "floor", "shifts", "replies", "users", "audit", "profile"];

    [Theory]
    [InlineData(Device.Desktop, "en", ColorScheme.Light)]
    [InlineData(Device.Desktop, "zh", ColorScheme.Dark)]
    [InlineData(Device.Phone, "zh", ColorScheme.Light)]
    public Task Axe_finds_nothing_serious_on_any_page_and_nothing_sticks_out(Device device, string locale, ColorScheme theme) => DeskTeam.MeetAsync(shop, async team =>
    {
        Look look = new(device, locale, theme);
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, locale);
        await agent.SayAsync(agent.Words.Says);
        await shopper.SayAsync(agent.Words.Answers);
        await agent.NoteAsync("a note");
        string conversation = (await agent.ConversationIdAsync())!;

        DeskAgent chief = await team.AgentAsync(look, "Chief", Role.Administrator);
        List<string> found = [.. await LookAtAsync(chief, "inbox", AriaRole.Heading), .. await LookAtAsync(chief, $"inbox/{conversation}", AriaRole.Log, "conversation")];
        foreach (string page in Pages)
        {
            found.AddRange(await LookAtAsync(chief, page, AriaRole.Heading));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    });

    internal static async Task<IEnumerable<string>> LookAtAsync(DeskAgent agent, string page, AriaRole awaited, string? name = null)
    {
        await agent.ComeAsync($"/desk/{page}");
        await Expect(agent.Main.GetByRole(awaited).First).ToBeVisibleAsync();
        await agent.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await agent.PictureAsync(name ?? page.Split('?')[0]);
        await agent.Page.EvaluateAsync(await AccessibilityTests.Axe.Value);
        string[] found = await agent.Page.EvaluateAsync<string[]>(AccessibilityTests.Run);
        int sticksOut = await agent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        return found.Select(problem => $"{page}: {problem}").Concat(sticksOut == 0 ? [] : [$"{page}: {sticksOut} pixels stick out"]);
    }
}
