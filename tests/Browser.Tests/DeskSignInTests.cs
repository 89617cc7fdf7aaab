using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class DeskSignInTests(Shop shop)
{
    private const string Fresh = "a long sentence to remember";

    [Theory, InlineData(Device.Desktop, "en", ColorScheme.Light), InlineData(Device.Phone, "zh", ColorScheme.Dark)]
    public Task A_new_colleague_signs_in_with_the_one_time_password_and_chooses_another(Device device, string locale, ColorScheme theme) => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskWords words = DeskWords.Of(locale);
        Look look = new(device, locale, theme);
        (IPage page, Watch watch) = await team.StrangerAsync(look);
        watch.RefusalMayCome = 401;
        using StaffClient member = await team.Service.HireAsync(Role.Agent);
        string oneTime = (await team.Service.Get<StaffAccounts>().ResetPasswordAsync(member.Id, false, null, default))!;

        await page.GotoAsync("/desk");
        await SignInAsync(page, words, member.Email, "wrong");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words.SignInFailed);
        await page.ScreenshotAsync(new() { Path = Shopper.Artifact($"desk-sign-in-{look}.png"), Animations = ScreenshotAnimations.Disabled });

        await SignInAsync(page, words, member.Email, oneTime);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator("input[autocomplete=new-password]")).ToHaveCountAsync(2);

        // A new account speaks English until its owner chooses otherwise.
        await page.Locator("input[autocomplete=current-password]").FillAsync(oneTime);
        await page.Locator("input[autocomplete=new-password]").First.FillAsync(Fresh);
        await page.Locator("input[autocomplete=new-password]").Last.FillAsync(Fresh);
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    });

    [Fact]
    public Task When_the_session_ends_elsewhere_the_desk_says_so_at_once_and_keeps_the_draft() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "en");
        agent.Watch.RefusalMayCome = 401;
        agent.Watch.ConnectionMayFail = true;
        await agent.Field.FillAsync("kept");
        using (HttpResponseMessage ended = await agent.Client.CallAsync(HttpMethod.Post, "/api/staff/sign-out"))
        {
            ended.EnsureSuccessStatusCode();
        }

        await Expect(agent.Page.GetByText(agent.Words.SessionEnded)).ToBeVisibleAsync();
        using HttpResponseMessage back = await agent.Client.SignInAsync();
        back.EnsureSuccessStatusCode();
        await SignInAsync(agent.Page, agent.Words, agent.Client.Email, StaffClient.Password);
        await Expect(agent.Field).ToHaveValueAsync("kept");
    });

    private static async Task SignInAsync(IPage page, DeskWords words, string email, string password)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = words.Email }).FillAsync(email);
        await page.Locator("input[autocomplete=current-password]").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = words.SignIn, Exact = true }).ClickAsync();
    }
}
