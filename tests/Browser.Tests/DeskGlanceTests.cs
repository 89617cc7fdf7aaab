using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using SupportBot.Desk;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>What an agent sees of a shopper besides their messages, and what the shopper says of the chat afterwards.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskGlanceTests(Shop shop)
{
    [Theory, InlineData("en", "Our colleague sees what you type before you send it."), InlineData("zh", "您输入的内容在发送前就会显示给人工客服。")]
    public Task What_the_shopper_writes_is_seen_where_the_store_says_so(string locale, string disclosure) => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskOptions options = team.Service.Get<IOptions<DeskOptions>>().Value;
        options.Peek = true;
        try
        {
            (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, locale);
            await Expect(shopper.Panel).ToContainTextAsync(disclosure);
            await shopper.Field.PressSequentiallyAsync("perhaps I should", new() { Delay = 50 });
            await Expect(agent.Log).ToContainTextAsync("perhaps I should");
            await agent.PictureAsync("peek");
            await shopper.PictureAsync("peek");
            await shopper.Field.FillAsync("");
            await Expect(agent.Log).Not.ToContainTextAsync("perhaps I should");
            await agent.Button(agent.Words.Resolve).ClickAsync();
            await Expect(shopper.Panel).Not.ToContainTextAsync(disclosure);
            Assert.DoesNotContain(await shopper.StoredAsync(), activity => activity.GetRawText().Contains("perhaps", StringComparison.Ordinal));
        }
        finally
        {
            options.Peek = false;
        }
    });

    [Fact]
    public Task The_page_the_shopper_looks_at_stands_beside_the_chat() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, "en");
        await Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = await shopper.Page.TitleAsync() })).ToBeVisibleAsync();
        await shopper.Page.EvaluateAsync("document.title = 'Oak chair <b>new</b>'; history.pushState({}, '', '/chairs/oak?token=secret')");
        ILocator viewed = agent.Page.GetByRole(AriaRole.Link, new() { Name = "Oak chair <b>new</b>" });
        await Expect(viewed).ToHaveAttributeAsync("href", $"{team.Service.Address}chairs/oak");
        await agent.PictureAsync("page");
    });

    [Theory]
    [InlineData(Device.Desktop, "en", "How was the chat with our colleague?", "4: Good", "Send rating", "Thank you!", "rated the service 4 of 5")]
    [InlineData(Device.Phone, "zh", "您对这次人工服务满意吗？", "4: 满意", "提交评价", "感谢您的评价！", "顾客评价：4 分")]
    public Task After_the_chat_the_shopper_is_asked_how_it_was(Device device, string locale, string question, string score, string send, string thanks, string line) => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent agent = await team.AgentAsync(new(Device.Desktop, locale), "Maya");
        Shopper shopper = await team.ShopperAsync(new(device, locale));
        await shopper.OpenAsync();
        await agent.StartShiftAsync();
        await shopper.SayAsync(agent.Words.Person);
        await agent.AcceptAsync();
        await agent.SayAsync(agent.Words.Says);
        await agent.Button(agent.Words.Resolve).ClickAsync();
        await Expect(shopper.Panel).ToContainTextAsync(question);
        await shopper.PictureAsync("survey");

        // A page loaded anew asks again, until there is an answer.
        await shopper.ReturnAsync();
        await shopper.Launcher.ClickAsync();
        ILocator survey = shopper.Panel.GetByRole(AriaRole.Region, new() { Name = question });
        await survey.GetByRole(AriaRole.Radio, new() { Name = score }).CheckAsync(new() { Force = true });
        await survey.GetByRole(AriaRole.Textbox).FillAsync("kind and <i>quick</i>");
        await shopper.PictureAsync("survey-filled");
        await survey.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
        await Expect(shopper.Panel).ToContainTextAsync(thanks);
        await Expect(agent.Log).ToContainTextAsync(line);
        await Expect(agent.Log).ToContainTextAsync("kind and <i>quick</i>");
        await Expect(agent.Button(agent.Words.Reopen)).ToBeVisibleAsync();
        await agent.PictureAsync("rated");

        await shopper.ReturnAsync();
        await shopper.Launcher.ClickAsync();
        await Expect(shopper.Message(agent.Words.Says)).ToBeVisibleAsync();
        await Expect(shopper.Panel).Not.ToContainTextAsync(question);
    });
}
