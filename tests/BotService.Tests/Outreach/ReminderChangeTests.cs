using System.Net;
using System.Text.Json;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Outreach;

public sealed class ReminderChangeTests(Marketing marketing) : IClassFixture<Marketing>
{
    private StaffClient Marketer => marketing.Marketer;

    [Fact]
    public async Task What_follows_an_event_is_changed_while_it_is_paused_and_only_to_what_could_be_launched()
    {
        Dictionary<string, object?> fields = new()
        {
            ["name"] = "Unpaid", ["purpose"] = "reminders", ["occasion"] = "event", ["event"] = "orderUnpaid", ["delayMinutes"] = 30,
            ["variants"] = new[] { new { templateId = await marketing.TemplateAsync(), weight = 1 } },
        };
        string path = $"/api/outreach/campaigns/{await marketing.LaunchAsync(fields)}";
        Assert.Equal((HttpStatusCode.Conflict, "CampaignNotNow"), await Marketer.RefusalAsync(HttpMethod.Put, path, await AgainAsync(path, fields)));

        await Marketer.SendAsync(HttpMethod.Post, $"{path}/pause");
        fields["delayMinutes"] = 60;
        JsonElement changed = await Marketer.SendAsync(HttpMethod.Put, path, await AgainAsync(path, fields));
        Assert.Equal(("paused", 60), (changed.GetProperty("status").GetString(), changed.GetProperty("delayMinutes").GetInt32()));

        Dictionary<string, object?> wordless = await AgainAsync(path, fields);
        wordless["variants"] = Array.Empty<object>();
        Assert.Equal(["variants"], (await marketing.FaultsAsync(HttpMethod.Put, path, wordless)).Keys);
        Dictionary<string, object?> another = await AgainAsync(path, fields);
        another["event"] = "cartLeft";
        Assert.Equal((HttpStatusCode.Conflict, "CampaignNotNow"), await Marketer.RefusalAsync(HttpMethod.Put, path, another));
    }

    private async Task<Dictionary<string, object?>> AgainAsync(string path, Dictionary<string, object?> fields) =>
        new(fields) { ["version"] = (await Marketer.GetAsync(path)).GetProperty("version").GetInt64() };
}
