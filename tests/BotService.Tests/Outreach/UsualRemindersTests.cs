using System.Text.Json;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Templates;
using SupportBot.Outreach.Triggers;

namespace SupportBot.BotService.Tests.Outreach;

public sealed class UsualRemindersTests : IAsyncLifetime
{
    private readonly Marketing marketing = new();

    public Task InitializeAsync() => marketing.InitializeAsync();

    public Task DisposeAsync() => marketing.DisposeAsync();

    [Fact]
    public async Task Each_event_has_some_to_begin_from_switched_off_and_each_can_be_switched_on_as_it_is()
    {
        Dictionary<string, JsonElement> usual = (await marketing.Marketer.GetAsync("/api/outreach/campaigns")).EnumerateArray().ToDictionary(campaign => campaign.GetProperty("id").GetString()!);
        Assert.Equal(UsualReminders.Plans.Keys.Select(UsualReminders.IdOf).Order(), usual.Keys.Order());
        Assert.Equal(OutreachEvents.All.Order(), usual.Values.Select(campaign => campaign.GetProperty("event").GetString()).OfType<string>().Distinct().Order());
        Assert.DoesNotContain(usual.Values, campaign => campaign.GetProperty("status").GetString() == "running");
        foreach ((string id, JsonElement campaign) in usual)
        {
            using HttpResponseMessage check = await marketing.Marketer.Http.GetAsync($"/api/outreach/campaigns/{id}/check");
            Assert.True(check.StatusCode == System.Net.HttpStatusCode.NoContent, $"{campaign.GetProperty("name")}: {await check.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task What_was_ended_stays_ended_at_the_next_start_and_nothing_is_doubled()
    {
        string id = UsualReminders.IdOf("cartLeft");
        await marketing.Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/cancel");
        await marketing.Marketer.SendAsync(HttpMethod.Delete, $"/api/outreach/templates/{id}");
        int before = (await marketing.Marketer.GetAsync("/api/outreach/campaigns")).GetArrayLength();
        await new UsualRemindersSeed(marketing.Service.Get<ICampaignStore>(), marketing.Service.Get<ITemplateStore>(), marketing.Service.Get<SupportBot.Outreach.Planning.CampaignHome>(), TimeProvider.System).StartAsync(default);
        Assert.Equal(before, (await marketing.Marketer.GetAsync("/api/outreach/campaigns")).GetArrayLength());
        Assert.Equal("cancelled", (await marketing.Marketer.GetAsync($"/api/outreach/campaigns/{id}")).GetProperty("status").GetString());
        Assert.DoesNotContain((await marketing.Marketer.GetAsync("/api/outreach/templates")).EnumerateArray(), template => template.GetProperty("id").GetString() == id);
    }
}
