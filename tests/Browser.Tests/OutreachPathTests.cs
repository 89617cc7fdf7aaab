using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>A marketer's whole way, from whom to write to up to what came of it.</summary>
[Collection(nameof(ShopTests))]
public sealed class OutreachPathTests(Shop shop)
{
    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Desktop, "zh"), InlineData(Device.Phone, "en"), InlineData(Device.Phone, "zh")]
    public Task A_greeting_is_written_checked_approved_by_a_second_person_and_arrives(Device device, string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        Look look = new(device, locale);
        OutreachWords words = OutreachWords.Of(locale);
        string tag = Guid.NewGuid().ToString("N")[..10];
        Visitor ann = await team.Service.AdmitAsync("Ann", locale, tag, agrees: true);
        await team.Service.AdmitAsync("李雷", "zh", tag, agrees: true);
        Visitor never = await team.Service.AdmitAsync("Never", "en", tag, agrees: false);
        await team.Service.AdmitAsync("Elsewhere", "en", "other", agrees: true);
        DeskAgent marketer = await team.AgentAsync(look, "Mara", Role.Marketer);
        await WriteSegmentAsync(marketer, words, tag);
        await WriteTemplateAsync(marketer, words, tag);
        string campaign = await WriteCampaignAsync(marketer, words, tag, team.Service.JustNow());
        await TryAsync(marketer, words);

        await marketer.Button(words.Launch).ClickAsync();
        await Expect(marketer.Dialog).ToContainTextAsync("2");
        await marketer.PictureAsync("outreach-launch");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Launch }).ClickAsync();
        await Expect(marketer.Main).ToContainTextAsync(words.Waits);
        await Expect(marketer.Button(words.Approve)).ToBeDisabledAsync();
        await Expect(marketer.Main).ToContainTextAsync(words.AskedByMe);
        await marketer.PictureAsync("outreach-waits");

        DeskAgent second = await team.AgentAsync(look, "Nils", Role.Marketer);
        await second.ComeAsync($"/desk/campaigns/{campaign}");
        await second.Button(words.Approve).ClickAsync();
        await Expect(second.Main).ToContainTextAsync(words.Finished);
        await Expect(second.Main).ToContainTextAsync(words.AskedBy("Mara"));
        await Expect(second.Main).ToContainTextAsync(words.GivenByMe);
        await Expect(second.Main).ToContainTextAsync(words.AlsoQuiet);
        ILocator sent = second.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = words.Sent });
        await Expect(sent.First).ToContainTextAsync("2");
        await Expect(second.Main).ToContainTextAsync(words.NoConsent);
        await second.PictureAsync("outreach-results");
        Assert.Contains(words.Greeting, await ann.ReadsAsync());
        Assert.DoesNotContain(await never.ReadsAsync(), text => text.Contains("Lantern", StringComparison.Ordinal));
    });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task What_is_wrong_is_said_at_its_field(string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        OutreachWords words = OutreachWords.Of(locale);
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        marketer.Watch.RefusalMayCome = 400;
        await marketer.ComeAsync("/desk/campaigns/new");
        await marketer.Button(words.Save).ClickAsync();
        ILocator name = marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true });
        await Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.PerDay, Exact = true }).FillAsync("9");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.QuietFrom, Exact = true }).FillAsync("20:00");
        await marketer.Button(words.Save).ClickAsync();
        foreach (string field in (string[])[words.PerDay, words.QuietUntil])
        {
            await Expect(marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = field, Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await marketer.PictureAsync("outreach-rules-wrong");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.PerDay, Exact = true }).FillAsync("");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.QuietFrom, Exact = true }).FillAsync("");
        await Expect(marketer.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(words.NameWrong);

        await name.FillAsync("Nothing chosen yet");
        await marketer.Button(words.Save).ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/campaigns/[^/]{8,}$"));
        await marketer.Button(words.Launch).ClickAsync();
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Launch }).ClickAsync();
        await Expect(marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Day, Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(marketer.Main).ToContainTextAsync(words.DayMissing);
        await Expect(marketer.Page.GetByRole(AriaRole.Combobox, new() { Name = words.Template, Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await marketer.PictureAsync("outreach-faults");
    });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task A_reminder_is_written_and_switched_on_and_off(string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        OutreachWords words = OutreachWords.Of(locale);
        string tag = Guid.NewGuid().ToString("N")[..10];
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        await WriteTemplateAsync(marketer, words, tag);
        await marketer.ComeAsync("/desk/reminders");
        await marketer.Button(words.AddReminder).ClickAsync();
        await ChooseAsync(marketer, marketer.Dialog.GetByRole(AriaRole.Combobox, new() { Name = words.ReminderTemplate, Exact = true }), $"Text {tag}");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();

        ILocator row = marketer.Row(tag);
        await Expect(row).ToContainTextAsync(words.Reminder);
        ILocator toggle = row.GetByRole(AriaRole.Switch, new() { Name = words.ReminderOn });
        await Expect(toggle).Not.ToBeCheckedAsync();
        await row.Locator("label").First.ClickAsync();
        await Expect(toggle).ToBeCheckedAsync();
        await marketer.PictureAsync("outreach-reminders");
        await Expect(row.GetByRole(AriaRole.Button).First).ToBeDisabledAsync();
        await row.Locator("label").First.ClickAsync();
        await Expect(toggle).Not.ToBeCheckedAsync();

        await row.GetByRole(AriaRole.Button).First.ClickAsync();
        await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Delay, Exact = true }).FillAsync("45");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        await Expect(row).ToContainTextAsync(words.Later);
    });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task A_day_of_ones_own_stands_in_the_plan_and_a_greeting_begins_there(string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        OutreachWords words = OutreachWords.Of(locale);
        string name = $"Founding {Guid.NewGuid().ToString("N")[..8]}";
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        marketer.Watch.RefusalMayCome = 400;
        await marketer.ComeAsync("/desk/plan");
        await marketer.Button(words.AddDay).ClickAsync();
        await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.EnglishName, Exact = true }).FillAsync(name);
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        ILocator day = marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Day, Exact = true });
        await Expect(day).ToHaveAttributeAsync("aria-invalid", "true");
        await day.FillAsync(FormattableString.Invariant($"{team.Service.JustNow().Year}-07-15"));
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        await Expect(marketer.Dialog).ToBeHiddenAsync();

        await marketer.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name }).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/campaigns/new"));
        await Expect(marketer.Page.GetByRole(AriaRole.Combobox, new() { Name = words.OwnDay, Exact = true })).ToHaveValueAsync(name);
    });

    [Fact]
    public Task Who_may_not_is_not_shown_the_way_and_an_agent_fetches_none_of_it() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, "en"), "Maya");
        await Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = "Outreach" })).ToHaveCountAsync(0);
        await agent.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(agent.Watch.Requests, address => address.Contains("outreach", StringComparison.OrdinalIgnoreCase) || address.Contains("campaign", StringComparison.OrdinalIgnoreCase));
        await agent.ComeAsync("/desk/campaigns");
        await Expect(agent.Main).ToContainTextAsync("You do not have access to this page.");
    });

    private static async Task WriteSegmentAsync(DeskAgent marketer, OutreachWords words, string tag)
    {
        await marketer.ComeAsync("/desk/segments");
        await marketer.Button(words.NewSegment).ClickAsync();
        await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true }).FillAsync($"Segment {tag}");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.AddRule, Exact = true }).ClickAsync();
        await ChooseAsync(marketer, marketer.Dialog.GetByRole(AriaRole.Combobox, new() { Name = words.Field, Exact = true }), words.Tag);
        await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Value, Exact = true }).FillAsync(tag);
        await Expect(marketer.Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Size);
        await marketer.PictureAsync("outreach-segment");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        await Expect(marketer.Row(tag)).ToBeVisibleAsync();
    }

    private static async Task WriteTemplateAsync(DeskAgent marketer, OutreachWords words, string tag)
    {
        await marketer.ComeAsync("/desk/templates");
        await marketer.Button(words.NewTemplate).ClickAsync();
        await marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true }).FillAsync($"Text {tag}");
        foreach ((string locale, string text) in new[] { ("en", "Happy Lantern day, {{name|friend}}!"), ("zh", "元宵节快乐，{{name|朋友}}！") })
        {
            await marketer.Dialog.GetByText(words.Languages[locale], new() { Exact = true }).ClickAsync();
            ILocator field = marketer.Dialog.GetByRole(AriaRole.Textbox, new() { Name = words.TextOf(locale), Exact = true });
            await field.FillAsync(text[..^3]);
            await Expect(marketer.Dialog).ToContainTextAsync(words.Unclosed);
            await field.FillAsync(text);
            await Expect(marketer.Dialog).Not.ToContainTextAsync(words.Unclosed);
        }

        await marketer.PictureAsync("outreach-template");
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = words.Save }).ClickAsync();
        await Expect(marketer.Row(tag)).ToBeVisibleAsync();
    }

    private static async Task<string> WriteCampaignAsync(DeskAgent marketer, OutreachWords words, string tag, DateTime due)
    {
        await marketer.ComeAsync("/desk/campaigns");
        await marketer.Button(words.NewCampaign).ClickAsync();
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Name, Exact = true }).FillAsync($"Lanterns {tag}");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Day, Exact = true }).FillAsync(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.Time, Exact = true }).FillAsync(due.ToString("HH:mm", CultureInfo.InvariantCulture));
        await ChooseAsync(marketer, marketer.Page.GetByRole(AriaRole.Combobox, new() { Name = words.Segment, Exact = true }), $"Segment {tag}");
        await Expect(marketer.Main).ToContainTextAsync(words.Size);
        await ChooseAsync(marketer, marketer.Page.GetByRole(AriaRole.Combobox, new() { Name = words.Template, Exact = true }), $"Text {tag}");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.PerDay, Exact = true }).FillAsync("4");
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.QuietFrom, Exact = true }).FillAsync(due.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture));
        await marketer.Page.GetByRole(AriaRole.Textbox, new() { Name = words.QuietUntil, Exact = true }).FillAsync(due.AddHours(3).ToString("HH:mm", CultureInfo.InvariantCulture));
        await marketer.PictureAsync("outreach-campaign");
        await marketer.Button(words.Save).ClickAsync();
        await Expect(marketer.Page).ToHaveURLAsync(new Regex("/campaigns/[^/]{8,}$"));
        return marketer.Page.Url.Split('/')[^1];
    }

    /// <summary>Preview as one customer, and the dry run with everybody and why not.</summary>
    private static async Task TryAsync(DeskAgent marketer, OutreachWords words)
    {
        await Expect(marketer.Main).ToContainTextAsync(words.Included);
        await Expect(marketer.Main).ToContainTextAsync(words.NoConsent);
        ILocator customer = marketer.Page.GetByRole(AriaRole.Combobox, new() { Name = words.Customer, Exact = true });
        await customer.FillAsync("Ann");
        await marketer.Page.GetByRole(AriaRole.Option, new() { Name = "Ann" }).First.ClickAsync();
        await Expect(marketer.Main).ToContainTextAsync("Ann");
        await marketer.PictureAsync("outreach-dry-run");
        await marketer.Button(words.ShowPeople).ClickAsync();
        await Expect(marketer.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "Never" })).ToContainTextAsync(words.NoConsent);
        await Expect(marketer.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "李雷" })).ToContainTextAsync(OutreachAudience.East);
        await marketer.PictureAsync("outreach-people");
        await marketer.Page.Keyboard.PressAsync("Escape");
        await Expect(marketer.Dialog).ToBeHiddenAsync();
    }

    private static async Task ChooseAsync(DeskAgent marketer, ILocator field, string option)
    {
        await field.ClickAsync();
        await marketer.Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }
}
