using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>What no sender takes up again by itself, at the desk of whoever runs the service.</summary>
[Collection(nameof(ShopTests))]
public sealed class OutboxTests(Shop shop)
{
    [Theory]
    [InlineData(Device.Desktop, "en", "Send", "Drop", "Text message", "Given up", "Nothing is held back")]
    [InlineData(Device.Phone, "zh", "发送", "丢弃", "短信", "已放弃", "没有滞留的内容")]
    public Task An_answer_that_the_gateway_refused_is_sent_once_more_and_what_is_left_is_dropped(Device device, string locale, string send, string drop, string kind, string status, string empty) => DeskTeam.MeetAsync(shop, async team =>
    {
        shop.Sms.IsMended = false;
        string[] phones = [$"+4478{Random.Shared.Next(1_000_000, 9_999_999)}1", $"+4478{Random.Shared.Next(1_000_000, 9_999_999)}1"];
        foreach (string phone in phones)
        {
            await shop.TextAsync(phone, "can i return a dress");
        }

        DeskAgent chief = await team.AgentAsync(new(device, locale), "Chief", Role.Administrator);
        await Visitor.UntilAsync(() => chief.Client.GetAsync("/api/outbox"), list => list.GetProperty("items").GetArrayLength() == 2);
        await chief.ComeAsync("/desk/outbox");
        ILocator rows = chief.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = kind });
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First).ToContainTextAsync(status);
        await chief.PictureAsync("outbox");
        shop.Sms.IsMended = true;
        await rows.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await chief.Main.GetByRole(AriaRole.Button, new() { Name = send, Exact = true }).ClickAsync();
        await chief.Dialog.GetByRole(AriaRole.Button, new() { Name = send, Exact = true }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Visitor.UntilAsync(() => Task.FromResult(shop.Sms.Taken.Count(message => phones.Contains(message.GetProperty("to").GetString()))), arrived => arrived == 1);

        // The other one is dropped with all of its kind.
        await chief.Main.GetByRole(AriaRole.Button).Filter(new() { HasText = status }).ClickAsync();
        await chief.Page.GetByRole(AriaRole.Menuitem, new() { Name = drop, Exact = true }).ClickAsync();
        await chief.PictureAsync("outbox-drop");
        await chief.Dialog.GetByRole(AriaRole.Button, new() { Name = drop, Exact = true }).ClickAsync();
        await Expect(chief.Main).ToContainTextAsync(empty);
        await Expect(rows).ToHaveCountAsync(0);
    });
}
