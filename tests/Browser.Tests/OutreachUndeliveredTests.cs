using System.Text.Json;
using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class OutreachUndeliveredTests(Shop shop)
{
    private static readonly object[] Rows =
    [
        new { id = 7, campaignId = "c", campaignName = "Lanterns", customerId = "k1", customerName = "Ann", channel = "email", status = "dead", error = "550 no such mailbox", attempts = 6, at = "2026-01-01T10:00:00Z" },
        new { id = 6, campaignId = "c", campaignName = "Lanterns", customerId = "k2", customerName = "李雷", channel = "sms", status = "unknown", error = "timed out", attempts = 1, at = "2026-01-01T09:00:00Z" },
    ];

    [Theory]
    [InlineData("en", "Select all", "Send again", "One of them may have arrived already.", "2 messages go out again")]
    [InlineData("zh", "全选", "重新发送", "其中 1 条可能已经送达。", "2 条消息将重新发送")]
    public Task Dead_letters_are_sent_again_and_what_may_have_arrived_is_warned_of(string locale, string all, string again, string warning, string done) => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent marketer = await team.AgentAsync(new(Device.Desktop, locale), "Mara", Role.Marketer);
        await marketer.Page.RouteAsync("**/api/outreach/failed?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(new { items = Rows, next = (string?)null }) }));
        string? sent = null;
        await marketer.Page.RouteAsync("**/api/outreach/failed/replay", route =>
        {
            sent = route.Request.PostData;
            return route.FulfillAsync(new() { ContentType = "application/json", Body = """{"replayed":2}""" });
        });

        await marketer.ComeAsync("/desk/undelivered");
        await Expect(marketer.Button(again)).ToBeDisabledAsync();
        await marketer.Page.GetByRole(AriaRole.Checkbox, new() { Name = all }).CheckAsync();
        await marketer.PictureAsync("outreach-dead-letters");
        await marketer.Button(again).ClickAsync();
        await Expect(marketer.Dialog).ToContainTextAsync(warning);
        await marketer.Dialog.GetByRole(AriaRole.Button, new() { Name = again }).ClickAsync();
        await Expect(marketer.Page.GetByText(done)).ToBeVisibleAsync();
        Assert.Equal("""{"ids":[7,6]}""", sent);
    });
}
