using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>What a gateway refused, or took without saying so, is decided on by a person.</summary>
[Collection(nameof(ShopTests))]
public sealed class OutreachUndeliveredTests(Shop shop)
{
    [Theory]
    [InlineData("en", "Select what was for {0}", "Send again", "One of them may have arrived already.", "2 messages go out again")]
    [InlineData("zh", "选择发给{0}的消息", "重新发送", "其中 1 条可能已经送达。", "2 条消息将重新发送")]
    public Task A_refused_and_a_doubtful_message_are_sent_once_more_and_the_doubt_is_warned_of(string locale, string select, string again, string warning, string done) => DeskTeam.MeetAsync(shop, async team =>
    {
        string tag = Guid.NewGuid().ToString("N")[..10];
        int digits = Random.Shared.Next(1_000_000, 9_999_999);
        string[] names = [$"Refused {tag}", $"Doubtful {tag}"];
        string[] phones = [$"+4477{digits}1", $"+4477{digits}3"];
        foreach ((string name, string phone) in names.Zip(phones))
        {
            await team.Service.PhoneAsync(name, phone, tag);
        }

        await team.Service.PhoneAsync("Nobody", $"+4477{digits}5", "another");
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        shop.Sms.IsMended = false;
        DeskAgent second = await team.AgentAsync(new(Device.Desktop, locale), "Nils", Role.Marketer);
        string campaign = await team.Service.TextAsync(marketer.Client, second.Client, tag);
        await Visitor.UntilAsync(() => marketer.Client.GetAsync($"/api/outreach/campaigns/{campaign}/results"), Failed);

        await marketer.ComeAsync("/desk/undelivered");
        await Expect(marketer.Button(again)).ToBeDisabledAsync();
        foreach (string name in names)
        {
            ILocator box = marketer.Page.GetByRole(AriaRole.Checkbox, new() { Name = string.Format(CultureInfo.InvariantCulture, select, name) });
            await box.CheckAsync();
        }

        await marketer.PictureAsync("outreach-dead-letters");
        shop.Sms.IsMended = true;
        await marketer.Button(again).ClickAsync();
        await Expect(marketer.Dialog).ToContainTextAsync(warning);
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = again }).ClickAsync();
        await Expect(marketer.Page.GetByText(done)).ToBeVisibleAsync();
        foreach (string name in names)
        {
            await Expect(marketer.Main.GetByText(name)).ToHaveCountAsync(0);
        }

        // Taken both times is what the warning was about.
        string[] arrived = await Visitor.UntilAsync(() => Task.FromResult(shop.Sms.Taken.Select(message => message.GetProperty("to").GetString()!).Where(phones.Contains).ToArray()), taken => taken.Length == 3);
        Assert.Equal([phones[0], phones[1], phones[1]], arrived.Order());
    });

    private static bool Failed(JsonElement results) =>
        results.GetProperty("variants").EnumerateArray().Sum(row => row.GetProperty("failed").GetInt32() + row.GetProperty("unknown").GetInt32()) == 2;
}
