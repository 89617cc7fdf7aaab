using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>What a supervisor sees and plans, and how an account is kept safe.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskSupervisionTests(Shop shop)
{
    [Fact]
    public Task The_floor_shows_who_waits_and_who_is_there_as_it_happens() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent supervisor = await team.AgentAsync(new(Device.Desktop, "en"), "Ines", Role.Supervisor);
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, "en"), $"Maya {Guid.NewGuid().ToString()[..4]}");
        await supervisor.ComeAsync("/desk/floor");
        await Expect(supervisor.Main).ToContainTextAsync("Nobody is waiting");
        Shopper shopper = await team.ShopperAsync(new(Device.Phone, "en"));
        await shopper.OpenAsync();
        await shopper.SayAsync(agent.Words.Person);
        ILocator waiting = supervisor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Assign" });
        await Expect(waiting).ToHaveCountAsync(1);
        await agent.StartShiftAsync();
        ILocator member = supervisor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = agent.Name });
        await Expect(member).ToContainTextAsync("0/4");
        await supervisor.PictureAsync("floor-live");
        await agent.AcceptAsync();
        await Expect(waiting).ToHaveCountAsync(0);
        await Expect(member).ToContainTextAsync("1/4");
    });

    [Fact]
    public Task A_shift_is_planned_and_taken_away_again() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent supervisor = await team.AgentAsync(new(Device.Desktop, "zh"), "王主管", Role.Supervisor);
        await supervisor.ComeAsync("/desk/shifts");
        ILocator add = supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "王主管" }).First;
        await add.ClickAsync();
        await supervisor.Dialog.GetByLabel("从").FillAsync("08:30");
        await supervisor.Dialog.GetByLabel("到").FillAsync("07:30");
        await Expect(supervisor.Dialog.GetByRole(AriaRole.Button, new() { Name = "保存" })).ToBeDisabledAsync();
        await supervisor.Dialog.GetByLabel("到").FillAsync("16:30");
        await supervisor.PictureAsync("shift");
        await supervisor.Dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await supervisor.Main.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await supervisor.ComeAsync("/desk/shifts");
        ILocator planned = supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "08:30–16:30" });
        await Expect(planned).ToHaveCountAsync(1);
        await planned.ClickAsync();
        await supervisor.Dialog.GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
        await supervisor.Main.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await supervisor.ComeAsync("/desk/shifts");
        await Expect(add).ToBeVisibleAsync();
        await Expect(planned).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_second_factor_is_set_up_and_asked_for_at_the_next_sign_in() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, "en"), "Maya");
        await agent.ComeAsync("/desk/profile");
        await agent.Button("Set up").ClickAsync();
        await Expect(agent.Main).ToContainTextAsync("Enter this key");
        await agent.PictureAsync("second-factor");
        StaffUser user = (await team.Service.Get<IStaffStore>().FindAsync(agent.Client.Id, default))!;
        byte[] secret = team.Service.Get<FactorSeal>().Open(user.Id, user.PendingFactor!)!;
        string Code(int steps) => Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + steps);
        await agent.Page.GetByLabel("Six digits the app shows").FillAsync(Code(-1));
        await agent.Button("Confirm").ClickAsync();
        await Expect(agent.Main).ToContainTextAsync("Recovery codes");
        await agent.Main.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(agent.Main).ToContainTextAsync("On: signing in needs a code");

        (IPage page, Watch watch) = await team.StrangerAsync(new(Device.Phone, "en"));
        watch.RefusalMayCome = 401;
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Textbox, new() { Name = agent.Words.Email }).FillAsync(agent.Client.Email);
        await page.Locator("input[autocomplete=current-password]").FillAsync(StaffClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = agent.Words.SignIn, Exact = true }).ClickAsync();
        await page.GetByLabel("Code from your authenticator app").FillAsync(Code(0));
        await page.ScreenshotAsync(new() { Path = Shopper.Artifact("desk-code-phone-en-light.png"), Animations = ScreenshotAnimations.Disabled });
        await page.GetByRole(AriaRole.Button, new() { Name = agent.Words.SignIn, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    });
}
