using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>Two and three browsers at once: the shopper in the widget, staff at the desk.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskTalkTests(Shop shop)
{
    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Phone, "zh")]
    public Task A_shopper_waits_is_offered_accepted_answered_and_seen_off(Device device, string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        Look look = new(device, locale);
        DeskAgent agent = await team.AgentAsync(look, "Maya 陈");
        Shopper shopper = await team.ShopperAsync(new(Device.Phone, locale));
        await shopper.OpenAsync();
        await shopper.SayAsync(agent.Words.Person);
        await Expect(shopper.Panel).ToContainTextAsync(agent.Words.Position);

        await agent.StartShiftAsync();
        await Expect(agent.Button(agent.Words.Accept)).ToBeVisibleAsync();
        await agent.PictureAsync("offer");
        await agent.AcceptAsync();
        await Expect(agent.Message(agent.Words.Person).Last).ToBeVisibleAsync();

        await agent.SayAsync(agent.Words.Says);
        await Expect(shopper.Message(agent.Words.Says)).ToBeVisibleAsync();
        await Expect(shopper.Message(agent.Words.Says)).ToContainTextAsync(agent.Name);
        await shopper.SayAsync(agent.Words.Answers);
        await Expect(agent.Message(agent.Words.Answers)).ToHaveCountAsync(1);
        await agent.PictureAsync("talking");

        await agent.Button(agent.Words.Resolve).ClickAsync();
        await Expect(agent.Button(agent.Words.Reopen)).ToBeVisibleAsync();
        await shopper.PictureAsync("resolved");
    });

    [Fact]
    public Task Each_side_sees_the_other_typing() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await TalkAsync(team, "en");

        // As fast as a person: the widget says it once in three seconds.
        Task typing = shopper.Field.PressSequentiallyAsync("I wanted to know", new() { Delay = 400 });
        await Expect(agent.Log).ToContainTextAsync(agent.Words.Typing);
        await typing;
        await agent.Field.PressSequentiallyAsync("One moment");
        await Expect(shopper.Panel).ToContainTextAsync(agent.Words.Typing);
    });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task A_conversation_is_transferred_watched_taken_over_and_given_back_to_the_bot(string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent first, Shopper shopper) = await TalkAsync(team, locale);
        DeskAgent second = await team.AgentAsync(first.Look, $"Tom {Guid.NewGuid().ToString()[..4]}");
        await second.StartShiftAsync();
        await first.EndShiftAsync();
        await TransferAsync(first, second);

        await second.OpenFirstAsync();
        await Expect(second.Log).ToContainTextAsync("the kettle leaks");
        await second.SayAsync(second.Words.Says);
        await Expect(shopper.Message(second.Words.Says)).ToContainTextAsync(second.Name);

        DeskAgent supervisor = await team.AgentAsync(first.Look, "Ines", Role.Supervisor);
        await supervisor.ComeAsync($"/desk/inbox/{await second.ConversationIdAsync()}");
        await Expect(supervisor.Log).ToContainTextAsync("the kettle leaks");
        Task writing = second.Field.PressSequentiallyAsync("half a sentence", new() { Delay = 400 });
        await Expect(supervisor.Main).ToContainTextAsync(second.Words.Writing);
        await writing;
        await supervisor.Button(supervisor.Words.TakeOver).ClickAsync();
        await supervisor.SayAsync("now me");
        await Expect(shopper.Message("now me")).ToContainTextAsync(supervisor.Name);
        await Expect(second.Field).ToHaveValueAsync("half a sentence");
        await Expect(second.Button(second.Words.Send)).ToBeDisabledAsync();
        await supervisor.PictureAsync("taken-over");

        await supervisor.OpenMenuAsync(supervisor.Words.Return);
        await supervisor.Dialog.GetByRole(AriaRole.Button, new() { Name = supervisor.Words.Return }).ClickAsync();
        await Expect(supervisor.Main).ToContainTextAsync(supervisor.Words.BotOwns);
        await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);
        await Expect(supervisor.Message(shopper.Words.Question)).ToHaveCountAsync(1);
    });

    [Theory, InlineData("en"), InlineData("zh")]
    public Task Sockets_cut_in_the_middle_lose_and_double_nothing(string locale) => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await TalkAsync(team, locale);
        agent.Watch.ConnectionMayFail = shopper.Watch.ConnectionMayFail = true;
        await agent.Page.Context.SetOfflineAsync(true);
        await Expect(agent.Main).ToContainTextAsync(agent.Words.Offline);
        await agent.Field.FillAsync("written offline");
        await agent.Button(agent.Words.Send).ClickAsync();
        await shopper.SayAsync("said meanwhile one");
        await shopper.SayAsync("said meanwhile two");
        await agent.PictureAsync("offline");

        await agent.Page.Context.SetOfflineAsync(false);
        await Expect(agent.Message("said meanwhile two")).ToHaveCountAsync(1);
        await Expect(agent.Message("said meanwhile one")).ToHaveCountAsync(1);
        await Expect(agent.Message("written offline")).ToHaveCountAsync(1);
        await Expect(shopper.Message("written offline")).ToHaveCountAsync(1);

        await shopper.Context.SetOfflineAsync(true);
        await agent.SayAsync("said to somebody away");
        await shopper.SayAsync("written away");
        await shopper.Context.SetOfflineAsync(false);
        await Expect(shopper.Message("said to somebody away")).ToHaveCountAsync(1);
        await Expect(agent.Message("written away")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task A_second_tab_shows_the_same_at_once() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await TalkAsync(team, "zh");
        DeskAgent tab = agent with { Page = await agent.Page.Context.NewPageAsync() };
        await tab.ComeAsync($"/desk/inbox/{await agent.ConversationIdAsync()}");
        await tab.SayAsync("两个窗口");
        await Expect(agent.Message("两个窗口")).ToHaveCountAsync(1);
        await shopper.SayAsync("收到");
        await Expect(agent.Message("收到")).ToHaveCountAsync(1);
        await Expect(tab.Message("收到")).ToHaveCountAsync(1);
    });

    /// <summary>A shopper and an agent who talk.</summary>
    internal static async Task<(DeskAgent Agent, Shopper Shopper)> TalkAsync(DeskTeam team, string locale)
    {
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, locale), $"Maya {Guid.NewGuid().ToString()[..4]}");
        Shopper shopper = await team.ShopperAsync(new(Device.Phone, locale));
        await shopper.OpenAsync();
        await agent.StartShiftAsync();
        await shopper.SayAsync(agent.Words.Person);
        await agent.AcceptAsync();
        return (agent, shopper);
    }

    private static async Task TransferAsync(DeskAgent from, DeskAgent to)
    {
        await from.Button(from.Words.Transfer).ClickAsync();
        await from.Dialog.GetByRole(AriaRole.Combobox, new() { Name = from.Words.TransferTo }).FillAsync(to.Name);
        await from.Page.GetByRole(AriaRole.Option, new() { Name = to.Name }).ClickAsync();
        await from.Dialog.GetByRole(AriaRole.Textbox).Last.FillAsync("the kettle leaks");
        await from.PictureAsync("transfer");
        await from.Dialog.GetByRole(AriaRole.Button, new() { Name = from.Words.Transfer, Exact = true }).ClickAsync();
        await Expect(from.Dialog).ToBeHiddenAsync();
    }
}
