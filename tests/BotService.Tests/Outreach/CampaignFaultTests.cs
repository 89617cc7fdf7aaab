using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>Whatever is wrong is told at its field, in both languages, and nothing is half sent.</summary>
public sealed class CampaignFaultTests(Marketing marketing) : IClassFixture<Marketing>
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];

    private StaffClient Marketer => marketing.Marketer;

    [Theory]
    [InlineData("Hello {{nam}}", "no such value")]
    [InlineData("Hello {{name", "no }} behind it")]
    [InlineData("{{#each items}}{{name}}{{/each}}", "no loops")]
    [InlineData("{{> self}}", "no loops")]
    [InlineData("", "1 to 4,000")]
    public async Task A_template_with_an_unknown_value_or_a_loop_is_refused(string text, string message)
    {
        Dictionary<string, string> faults = await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/templates", new { name = "t", words = new { en = new { text } } });
        Assert.Contains(message, faults["words.en.text"], StringComparison.Ordinal);
        Dictionary<string, string> chinese = await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/templates", new { name = "t", words = new { en = new { text } } }, "zh");
        Assert.Matches("[\u4e00-\u9fff]", chinese["words.en.text"]);
    }

    [Fact]
    public async Task A_value_that_looks_like_a_template_is_put_in_as_it_stands()
    {
        (_, Visitor ann) = await marketing.ShopperAsync("{{store}} {{name}}", tag: tag);
        await marketing.FinishedAsync(await marketing.LaunchAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync("Dear {{name}}"))));
        Assert.Contains("Dear {{store}} {{name}}", await ann.ReadsAsync());
    }

    [Theory]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("festival", "groundhog")]
    [InlineData("holdoutPercent", 95)]
    [InlineData("offsetDays", 400)]
    [InlineData("expireAfterMinutes", 1)]
    [InlineData("perSecond", -1)]
    [InlineData("name", " ")]
    public async Task A_field_that_makes_no_sense_is_refused_at_once(string field, object value)
    {
        Dictionary<string, object?> fields = new() { ["name"] = "x", ["occasion"] = field == "festival" ? "festival" : "once", [field] = value };
        Assert.Equal([field], (await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/campaigns", fields)).Keys);
    }

    [Fact]
    public async Task A_launch_names_everything_that_is_missing()
    {
        string id = await marketing.CampaignAsync(new() { ["name"] = "x", ["channels"] = new[] { "email" } });
        Assert.Equal(["channels", "day", "segmentId", "variants"], (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch")).Keys.Order());
    }

    [Fact]
    public async Task A_day_that_is_over_everywhere_is_refused()
    {
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync());
        fields["day"] = "2020-01-01";
        Assert.Equal(["day"], (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{await marketing.CampaignAsync(fields)}/launch")).Keys);
    }

    [Fact]
    public async Task A_segment_of_nobody_or_of_everybody_is_refused_until_it_is_meant()
    {
        string nobody = await marketing.CampaignAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync()));
        Assert.Contains("Nobody belongs", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{nobody}/launch"))["segmentId"], StringComparison.Ordinal);

        await marketing.ShopperAsync(tag: tag);
        string all = (await Marketer.SendAsync(HttpMethod.Post, "/api/outreach/segments", new { name = "all", rule = new { join = "any", rules = new object[] { new { field = "knownForDays", @operator = "atLeast", value = "0" } } } })).GetProperty("id").GetString()!;
        Dictionary<string, object?> fields = Marketing.Due(all, await marketing.TemplateAsync());
        string everybody = await marketing.CampaignAsync(fields);
        Assert.Contains("Every customer", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{everybody}/launch"))["segmentId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_or_a_name_that_is_missing_blocks_the_launch()
    {
        await marketing.ShopperAsync("李雷", "zh", tag: tag);
        Dictionary<string, object?> english = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync(chinese: null));
        Assert.Contains("1 recipients read Chinese", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{await marketing.CampaignAsync(english)}/launch"))["variants"], StringComparison.Ordinal);

        string nameless = $"{tag}n";
        await marketing.ShopperAsync(null, tag: nameless);
        Dictionary<string, object?> named = Marketing.Due(await marketing.SegmentAsync(nameless), await marketing.TemplateAsync("Dear {{name}}"));
        Assert.Contains("no name is known", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{await marketing.CampaignAsync(named)}/launch"))["variants"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_campaigns_own_must_be_given()
    {
        (_, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync("Take {{my.coupon}}", null));
        string id = await marketing.CampaignAsync(fields);
        Assert.Contains("does not have", (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch"))["variants[0].templateId"], StringComparison.Ordinal);
        fields["values"] = new { coupon = "SPRING" };
        await marketing.FinishedAsync(await marketing.LaunchAsync(fields));
        Assert.Contains("Take SPRING", await ann.ReadsAsync());
    }

    [Fact]
    public async Task A_time_in_the_quiet_hours_is_refused()
    {
        Marketing quiet = new();
        await quiet.BeginAsync("--Outreach:QuietFrom", "00:00", "--Outreach:QuietUntil", "23:59:59");
        await quiet.ShopperAsync(tag: tag);
        string id = await quiet.CampaignAsync(new(Marketing.Due(await quiet.SegmentAsync(tag), await quiet.TemplateAsync())) { ["time"] = "10:00" });
        Assert.Contains("time", (await quiet.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch")).Keys);
        await quiet.DisposeAsync();
    }

    [Fact]
    public async Task Rules_of_a_segment_are_refused_each_at_its_place()
    {
        object rule = new
        {
            join = "all",
            rules = new object[]
            {
                new { field = "shoeSize", @operator = "is", value = "42" },
                new { field = "vip", @operator = "is", value = "perhaps" },
                new { field = "orders", @operator = "atLeast", value = "many" },
                new { field = "language", @operator = "atMost", value = "en" },
                new { field = "consent", @operator = "is", value = "pigeon.offers" },
                new { },
                new { join = "any", rules = new object[] { new { field = "birthMonth", @operator = "is", value = "13" } } },
            },
        };
        Dictionary<string, string> faults = await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/segments/count", new { rule });
        Assert.Equal(["rule.rules[0].field", "rule.rules[1].value", "rule.rules[2].value", "rule.rules[3].operator", "rule.rules[4].value", "rule.rules[5]", "rule.rules[6].rules[0].value"], faults.Keys.Order());
    }

    [Fact]
    public async Task A_calendar_file_with_a_broken_row_changes_nothing_and_says_where()
    {
        using HttpResponseMessage broken = await Marketer.Http.PostAsync("/api/outreach/days/import", new StringContent("date,kind,name_en,name_zh\n2031-01-23,off,Spring Festival,春节\n2031-13-01,work,,补班\n2031-02-01,holiday,x,x\n", System.Text.Encoding.UTF8, "text/csv"));
        string report = await broken.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        Assert.Contains("\"taken\":0", report, StringComparison.Ordinal);
        Assert.Contains("\"line\":3,\"column\":\"date\"", report, StringComparison.Ordinal);
        Assert.Contains("\"line\":4,\"column\":\"kind\"", report, StringComparison.Ordinal);
        using HttpResponseMessage good = await Marketer.Http.PostAsync("/api/outreach/days/import", new StringContent("date,kind,name_en,name_zh\n2031-01-23,off,Spring Festival,春节\n2031-02-01,work,,补班\n", System.Text.Encoding.UTF8, "text/csv"));
        Assert.Contains("\"taken\":2", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string[] kinds = [.. (await Marketer.GetAsync("/api/outreach/plan?year=2031")).EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!)];
        Assert.Contains("dayOff", kinds);
        Assert.Contains("workday", kinds);
    }
}
