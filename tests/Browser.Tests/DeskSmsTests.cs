using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>A shopper who answers a greeting by text message, and a colleague at the desk.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskSmsTests(Shop shop)
{
    [Theory]
    [InlineData(Device.Desktop, "en", "Answers the campaign")]
    [InlineData(Device.Phone, "zh", "回复营销活动")]
    public Task An_answer_to_a_campaign_says_which_and_the_colleagues_words_arrive_on_the_phone(Device device, string locale, string answers) => DeskTeam.MeetAsync(shop, async team =>
    {
        shop.Sms.IsMended = true;
        string tag = Guid.NewGuid().ToString("N")[..10];
        string phone = $"+4479{Random.Shared.Next(10_000_000, 99_999_999)}";
        await team.Service.PhoneAsync($"Ann {tag}", phone, tag);
        await team.Service.PhoneAsync("Nobody", $"{phone}5", "another");
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        await team.Service.TextAsync(marketer.Client, marketer.Client, tag);
        await ArrivesAsync(phone, $"Happy day, Ann {tag}!");
        DeskAgent agent = await team.AgentAsync(new(device, locale), "Maya");
        await agent.StartShiftAsync();
        await shop.TextAsync(phone, "i want to talk to a person");
        await agent.AcceptAsync();
        await Expect(agent.Log).ToContainTextAsync($"{answers}{(locale == "zh" ? "：" : " ")}Lanterns {tag}");
        await agent.SayAsync("How can I help?");
        await ArrivesAsync(phone, "How can I help?");
        await agent.PictureAsync("sms");
    });

    private Task<bool> ArrivesAsync(string phone, string text) => Visitor.UntilAsync(
        () => Task.FromResult(shop.Sms.Taken.Any(message => message.GetProperty("to").GetString() == phone && message.GetProperty("text").GetString() == text)), arrived => arrived);
}
