using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>Nothing that was written is lost by a click, a key or the browser's own ways.</summary>
[Collection(nameof(ShopTests))]
public sealed class OutreachUnsavedTests(Shop shop)
{
    [Theory]
    [InlineData(Device.Desktop, "en", "Leave", "Stay here")]
    [InlineData(Device.Phone, "zh", "离开", "留在此页")]
    public Task A_campaign_half_written_is_not_left_without_a_question(Device device, string locale, string leave, string stay) => DeskTeam.MeetAsync(shop, async team =>
    {
        OutreachWords words = OutreachWords.Of(locale);
        DeskAgent marketer = await team.AgentAsync(new(device, locale), "Mara", Role.Marketer);
        marketer.Watch.StayingMayBeAsked = true;
        await marketer.ComeAsync("/desk/campaigns");
        await marketer.Button(words.NewCampaign).ClickAsync();
        ILocator name = marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true });
        await name.FillAsync("Half written");

        ILocator elsewhere = marketer.Page.Locator("a[href='/desk/segments']").First;
        await elsewhere.ClickAsync();
        await marketer.PictureAsync("unsaved");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = stay, Exact = true }).ClickAsync();
        await Expect(marketer.Dialog).ToBeHiddenAsync();
        await Expect(name).ToHaveValueAsync("Half written");

        await marketer.Page.EvaluateAsync("history.back()");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = stay, Exact = true }).ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/campaigns/new$"));
        await Expect(name).ToHaveValueAsync("Half written");

        // The page is not left, so that the reload never comes to an end.
        await Assert.ThrowsAnyAsync<Exception>(() => marketer.Page.ReloadAsync(new() { Timeout = 2_000 }));
        await Expect(name).ToHaveValueAsync("Half written");
        Assert.Equal(1, marketer.Watch.StayingAsked);

        await marketer.Page.EvaluateAsync("history.back()");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = leave, Exact = true }).ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/campaigns$"));
        await elsewhere.ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/segments$"));
    });

    [Theory, InlineData("templates"), InlineData("segments")]
    public Task A_form_is_not_closed_over_what_was_written_and_a_saved_one_closes_by_itself(string page) => DeskTeam.MeetAsync(shop, async team =>
    {
        OutreachWords words = OutreachWords.Of("en");
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, "en"), "Mara", Role.Marketer);
        string tag = Guid.NewGuid().ToString("N")[..10];
        await marketer.ComeAsync($"/desk/{page}/new");
        await Expect(marketer.Dialog).ToBeVisibleAsync();
        await marketer.Page.Keyboard.PressAsync("Escape");
        await Expect(marketer.Page).ToHaveURLAsync(new Regex($"/{page}$"));

        await marketer.ComeAsync($"/desk/{page}/new");
        ILocator name = marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true });
        await name.FillAsync(tag);
        await marketer.Page.Keyboard.PressAsync("Escape");
        await marketer.Button("Stay here").ClickAsync();
        await Expect(name).ToHaveValueAsync(tag);
        if (page == "templates")
        {
            await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.TextOf("en"), Exact = true }).FillAsync("Hello");
        }

        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        await Expect(marketer.Row(tag)).ToBeVisibleAsync();
        await Expect(marketer.Dialog).ToHaveCountAsync(0);
    });
}
