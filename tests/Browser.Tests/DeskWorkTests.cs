using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>What an agent does with several conversations: putting aside, doing the same to many, views of one's own.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskWorkTests(Shop shop)
{
    [Fact]
    public Task A_snoozed_conversation_waits_for_the_shoppers_next_message() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, "zh");
        await agent.Main.GetByRole(AriaRole.Button, new() { Name = "更多", Exact = true }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Menuitem, new() { Name = "稍后处理" }).ClickAsync();
        await Expect(agent.Dialog).ToContainTextAsync("明天上午");
        await agent.PictureAsync("snooze");
        await agent.Dialog.GetByRole(AriaRole.Button, new() { Name = "收到下一条消息" }).ClickAsync();
        await Expect(agent.Main).ToContainTextAsync("稍后处理，直到有新消息");
        await shopper.SayAsync("还有一件事");
        await Expect(agent.Message("还有一件事")).ToHaveCountAsync(1);
        await Expect(agent.Main).Not.ToContainTextAsync("稍后处理，直到有新消息");
        await agent.SayAsync("请讲");
    });

    [Fact]
    public Task The_same_is_done_to_many_at_once_and_what_is_anothers_is_told() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "en");
        Shopper second = await team.ShopperAsync(new(Device.Phone, "en"));
        await second.OpenAsync();
        await second.SayAsync(agent.Words.Person);
        await agent.AcceptAsync();
        ILocator boxes = agent.Page.GetByRole(AriaRole.Checkbox);
        await Expect(boxes).ToHaveCountAsync(2);

        // Two visitors from one network address are told apart.
        string[] names = [.. await Task.WhenAll(Enumerable.Range(0, 2).Select(async index => await boxes.Nth(index).GetAttributeAsync("aria-label") ?? ""))];
        Assert.NotEqual(names[0], names[1]);
        await boxes.First.CheckAsync(new() { Force = true });
        await boxes.Last.CheckAsync(new() { Force = true });
        ILocator bar = agent.Page.GetByRole(AriaRole.Toolbar);
        await Expect(bar).ToContainTextAsync("2 selected");
        await agent.PictureAsync("bulk");
        await bar.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Tag" }).ClickAsync();
        await agent.Dialog.GetByRole(AriaRole.Textbox).Or(agent.Dialog.GetByRole(AriaRole.Combobox)).First.FillAsync("late parcel");
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(agent.Page.GetByText("2 conversations changed")).ToBeVisibleAsync();
        await Expect(agent.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "late parcel" })).ToHaveCountAsync(2);
        await boxes.First.CheckAsync(new() { Force = true });
        await boxes.Last.CheckAsync(new() { Force = true });
        await bar.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Expect(boxes).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_view_is_saved_and_brought_back() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, "zh"), "Maya");
        ILocator heading = agent.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await ShowAsync("已结束");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "已存视图" }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Menuitem, new() { Name = "保存当前视图" }).ClickAsync();
        await agent.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "视图名称" }).FillAsync("昨天的");
        await agent.Dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(agent.Page.GetByRole(AriaRole.Textbox, new() { Name = "视图名称" })).ToBeHiddenAsync();

        // In another browser too: it lies with the colleague, not with the machine.
        await agent.ComeAsync();
        await ShowAsync("进行中");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "已存视图" }).ClickAsync();
        await agent.Page.GetByRole(AriaRole.Menuitem, new() { Name = "昨天的" }).First.ClickAsync();
        await Expect(heading).ToHaveTextAsync("已结束");

        async Task ShowAsync(string status)
        {
            await agent.Page.GetByRole(AriaRole.Button, new() { Name = "筛选", Exact = true }).ClickAsync();
            await agent.Page.GetByRole(AriaRole.Combobox, new() { Name = "状态" }).ClickAsync();
            await agent.Page.GetByRole(AriaRole.Option, new() { Name = status }).ClickAsync();
            await agent.Page.Keyboard.PressAsync("Escape");
            await Expect(heading).ToHaveTextAsync(status);
        }
    });

    [Fact]
    public Task Whoever_looks_elsewhere_is_called_by_title_notice_and_sound_from_one_tab_only() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, "en");
        await agent.Page.Context.GrantPermissionsAsync(["notifications"]);
        await agent.Page.Context.AddInitScriptAsync("""
            window.called = { notices: [], tones: 0 };
            window.Notification = class extends EventTarget {
              static permission = 'granted';
              constructor(title, options) { super(); window.called.notices.push(`${title}: ${options.body}`); }
              close() {}
            };
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) { window.called.tones++; return start.apply(this, at); };
            """);
        DeskAgent[] tabs = [agent, agent with { Page = await agent.Page.Context.NewPageAsync() }];
        foreach (DeskAgent tab in tabs)
        {
            await tab.ComeAsync("/desk/tickets");
            await tab.Page.EvaluateAsync("Object.defineProperty(document, 'hasFocus', { value: () => false })");
            await tab.Main.ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        }

        await shopper.SayAsync("are you there?");
        foreach (DeskAgent tab in tabs)
        {
            await Expect(tab.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^\\(1\\) "));
        }

        await Expect(agent.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("Tickets"));
        string[] notices = [.. await tabs[0].Page.EvaluateAsync<string[]>("window.called.notices"), .. await tabs[1].Page.EvaluateAsync<string[]>("window.called.notices")];
        Assert.Contains("are you there?", Assert.Single(notices), StringComparison.Ordinal);
        int[] tones = [await tabs[0].Page.EvaluateAsync<int>("window.called.tones"), await tabs[1].Page.EvaluateAsync<int>("window.called.tones")];
        Assert.Equal([0, 2], tones.Order());
    });
}
