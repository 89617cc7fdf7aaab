using System.Text.Json;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>What a campaign asks for itself beside the rules that hold for all.</summary>
public sealed class CampaignRulesTests(Marketing marketing) : IClassFixture<Marketing>
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task A_campaign_with_a_lower_cap_leaves_out_whoever_has_had_something_that_day()
    {
        await marketing.ShopperAsync(tag: tag);
        await marketing.FinishedAsync(await marketing.LaunchAsync(await DueAsync()));
        Dictionary<string, object?> modest = await DueAsync();
        modest["perDay"] = 1;
        JsonElement results = await marketing.FinishedAsync(await marketing.LaunchAsync(modest));
        Assert.Equal((0, 1), (results.GetProperty("sent").GetInt32(), results.GetProperty("excluded").GetProperty("tooMany").GetInt32()));
        Assert.Equal(1, (await marketing.FinishedAsync(await marketing.LaunchAsync(await DueAsync()))).GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task In_its_own_quiet_hours_a_campaign_waits()
    {
        (_, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        Dictionary<string, object?> fields = await DueAsync();
        TimeOnly time = TimeOnly.Parse((string)fields["time"]!, System.Globalization.CultureInfo.InvariantCulture);
        (fields["quietFrom"], fields["quietUntil"]) = (Text(time.Add(TimeSpan.FromSeconds(30))), Text(time.AddHours(3)));
        string id = await marketing.LaunchAsync(fields);
        await Visitor.UntilAsync(() => marketing.ResultsAsync(id), results => results.GetProperty("queued").GetInt32() == 1);
        await marketing.FinishedAsync(await marketing.LaunchAsync(await DueAsync("Later")));
        Assert.Equal(1, (await marketing.ResultsAsync(id)).GetProperty("queued").GetInt32());
        Assert.Equal(["Later"], (await ann.ReadsAsync()).Where(text => text is "Later" or "Happy day, Ann!"));
    }

    [Theory]
    [InlineData("perDay", 21, "perDay")]
    [InlineData("perDay", 0, "perDay")]
    [InlineData("perWeek", 101, "perWeek")]
    [InlineData("quietFrom", "20:00:00", "quietUntil")]
    [InlineData("quietUntil", "20:00:00", "quietFrom")]
    public async Task What_is_looser_than_the_rules_for_all_or_makes_no_sense_is_refused_at_its_field(string field, object value, string at)
    {
        Dictionary<string, object?> fields = await DueAsync();
        fields[field] = value;
        Assert.Equal([at], (await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/campaigns", fields)).Keys);
    }

    [Fact]
    public async Task A_campaign_is_not_launched_for_a_time_that_its_own_hours_forbid()
    {
        await marketing.ShopperAsync(tag: tag);
        Dictionary<string, object?> fields = await DueAsync();
        TimeOnly time = TimeOnly.Parse((string)fields["time"]!, System.Globalization.CultureInfo.InvariantCulture);
        (fields["quietFrom"], fields["quietUntil"]) = (Text(time.AddHours(-1)), Text(time.AddHours(1)));
        string id = await marketing.CampaignAsync(fields);
        Assert.Equal("这个时间处于收件人的免打扰时段，请选择其他时间。", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch", language: "zh"))["time"]);
    }

    [Fact]
    public async Task What_holds_for_all_is_told_and_what_a_campaign_asks_for_is_kept()
    {
        JsonElement rules = await marketing.Marketer.GetAsync("/api/outreach/rules");
        Assert.Equal((20, 100, 100), (rules.GetProperty("perDay").GetInt32(), rules.GetProperty("perWeek").GetInt32(), rules.GetProperty("approvalAbove").GetInt32()));
        Dictionary<string, object?> fields = await DueAsync();
        (fields["perDay"], fields["perWeek"], fields["quietFrom"], fields["quietUntil"]) = (2, 3, "19:30:00", "10:00:00");
        JsonElement kept = await marketing.Marketer.GetAsync($"/api/outreach/campaigns/{await marketing.CampaignAsync(fields)}");
        Assert.Equal((2, 3, "19:30:00", "10:00:00"), (kept.GetProperty("perDay").GetInt32(), kept.GetProperty("perWeek").GetInt32(), kept.GetProperty("quietFrom").GetString(), kept.GetProperty("quietUntil").GetString()));

        // Reminders are no part of the caps.
        fields["purpose"] = "reminders";
        JsonElement reminder = await marketing.Marketer.GetAsync($"/api/outreach/campaigns/{await marketing.CampaignAsync(fields)}");
        Assert.Equal(JsonValueKind.Null, reminder.GetProperty("perDay").ValueKind);
    }

    private async Task<Dictionary<string, object?>> DueAsync(string text = "Happy day, {{name|friend}}!") =>
        Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync(text, null));

    private static string Text(TimeOnly time) => time.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
