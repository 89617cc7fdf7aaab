using System.Net;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Outreach;

public sealed class CampaignTests(Marketing marketing) : IClassFixture<Marketing>
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];

    private StaffClient Marketer => marketing.Marketer;

    [Fact]
    public async Task A_greeting_arrives_once_in_each_ones_language_and_the_results_tell_it()
    {
        (_, Visitor ann) = await marketing.ShopperAsync("Ann", "en", tag: tag);
        (_, Visitor li) = await marketing.ShopperAsync("李雷", "zh", tag: tag);
        (_, Visitor never) = await marketing.ShopperAsync("Bob", "en", agrees: false, tag: tag);
        string id = await marketing.LaunchAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync()));
        JsonElement results = await marketing.FinishedAsync(id);
        Assert.Equal((2, 1), (results.GetProperty("sent").GetInt32(), results.GetProperty("excluded").GetProperty("noConsent").GetInt32()));
        Assert.Single(await ann.ReadsAsync(), text => text == "Happy day, Ann!");
        Assert.Single(await li.ReadsAsync(), text => text == "节日快乐，李雷！");
        Assert.DoesNotContain(await never.ReadsAsync(), text => text.Contains("Happy day", StringComparison.Ordinal));

        // Launched again, it is what it is.
        JsonElement again = await Marketer.SendAsync(HttpMethod.Get, $"/api/outreach/campaigns/{id}");
        Assert.Equal("finished", again.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_message_carries_its_campaign_and_an_answer_counts_as_one()
    {
        (_, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        string id = await marketing.LaunchAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync()));
        await marketing.FinishedAsync(id);
        JsonElement said = (await ann.ReadAsync()).Single(activity => activity.TryGetProperty("text", out JsonElement text) && text.GetString() == "Happy day, Ann!");
        Assert.Equal(id, said.GetProperty("channelData").GetProperty("campaign").GetProperty("id").GetString());
        await ann.AskAsync("thank you, can i return a dress");
        JsonElement variant = (await marketing.ResultsAsync(id)).GetProperty("variants")[0];
        Assert.Equal((1, 1), (variant.GetProperty("replied").GetInt32(), variant.GetProperty("read").GetInt32()));
        await ann.AskAsync("STOP");
        await Visitor.UntilAsync(() => marketing.ResultsAsync(id), results => results.GetProperty("variants")[0].GetProperty("optedOut").GetInt32() == 1);
    }

    [Fact]
    public async Task A_dry_run_names_exactly_those_the_real_run_sends_to()
    {
        List<string> all = [];
        for (int number = 0; number < 12; number++)
        {
            all.Add((await marketing.ShopperAsync($"N{number}", agrees: number % 3 != 0, tag: tag)).Id);
        }

        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync());
        fields["holdoutPercent"] = 40;
        string id = await marketing.CampaignAsync(fields);
        JsonElement dry = await Marketer.GetAsync($"/api/outreach/campaigns/{id}/dry-run");
        JsonElement[] people = [.. (await Marketer.GetAsync($"/api/outreach/campaigns/{id}/dry-run/people")).GetProperty("items").EnumerateArray()];
        string[] included = [.. people.Where(person => person.GetProperty("exclusion").ValueKind == JsonValueKind.Null).Select(person => person.GetProperty("customerId").GetString()!).Order()];
        Assert.Equal(all.Order(), people.Select(person => person.GetProperty("customerId").GetString()).Order());
        Assert.Equal(4, dry.GetProperty("excluded").GetProperty("noConsent").GetInt32());
        Assert.Equal(included.Length, dry.GetProperty("included").GetInt32());

        await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch");
        JsonElement results = await marketing.FinishedAsync(id);
        List<string> sent = [];
        foreach (string customer in all)
        {
            string conversation = (await marketing.Service.Get<ICustomerStore>().ConversationsAsync(customer, default))[0];
            if ((await marketing.Service.Get<SupportBot.Conversations.IConversationStore>().ReadAsync(conversation, 0, 100, default)).Any(message => message.ClientId?.StartsWith("outreach ", StringComparison.Ordinal) == true))
            {
                sent.Add(customer);
            }
        }

        Assert.Equal(included, sent.Order());
        Assert.Equal(included.Length, results.GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_campaign_to_many_waits_for_a_second_person()
    {
        Marketing strict = new();
        await strict.BeginAsync("--Outreach:ApprovalAbove", "1");
        await strict.ShopperAsync("A", tag: tag);
        await strict.ShopperAsync("B", tag: tag);
        await strict.ShopperAsync("C", tag: "other");
        string id = await strict.LaunchAsync(Marketing.Due(await strict.SegmentAsync(tag), await strict.TemplateAsync()));
        Assert.Equal("awaitingApproval", (await strict.Marketer.GetAsync($"/api/outreach/campaigns/{id}")).GetProperty("status").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "CampaignSecondPerson"), await strict.Marketer.RefusalAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/approve"));
        JsonElement approved = await strict.Second.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/approve");
        Assert.Equal(strict.Second.Id, approved.GetProperty("approvedBy").GetString());
        Assert.Equal(strict.Marketer.Id, approved.GetProperty("askedBy").GetString());
        Assert.True(approved.GetProperty("askedAt").GetDateTimeOffset() <= approved.GetProperty("approvedAt").GetDateTimeOffset());
        Assert.Equal(
            new[] { strict.Marketer, strict.Second }.Select(member => (member.Id, member.User.Name)).Order(),
            approved.GetProperty("names").EnumerateObject().Select(person => (person.Name, person.Value.GetString()!)).Order());
        Assert.Equal(2, (await strict.FinishedAsync(id)).GetProperty("sent").GetInt32());
        await strict.DisposeAsync();
    }

    [Fact]
    public async Task A_campaign_taken_back_asks_nobody_any_more()
    {
        Marketing strict = new();
        await strict.BeginAsync("--Outreach:ApprovalAbove", "0");
        await strict.ShopperAsync("A", tag: tag);
        string id = await strict.LaunchAsync(Marketing.Due(await strict.SegmentAsync(tag), await strict.TemplateAsync()));
        Assert.Equal(strict.Marketer.Id, (await strict.Second.GetAsync($"/api/outreach/campaigns/{id}")).GetProperty("askedBy").GetString());
        JsonElement draft = await strict.Second.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/withdraw");
        Assert.Equal(("draft", JsonValueKind.Null, JsonValueKind.Null), (draft.GetProperty("status").GetString(), draft.GetProperty("askedBy").ValueKind, draft.GetProperty("askedAt").ValueKind));
        await strict.DisposeAsync();
    }

    [Fact]
    public async Task Two_clicks_at_once_launch_once()
    {
        (_, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        string id = await marketing.CampaignAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync()));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch")));
        await marketing.FinishedAsync(id);
        Assert.Single(await ann.ReadsAsync(), text => text == "Happy day, Ann!");
    }

    [Fact]
    public async Task A_paused_campaign_sends_nothing_and_a_cancelled_one_never()
    {
        (_, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync());
        fields["day"] = DateTime.Parse((string)fields["day"]!, System.Globalization.CultureInfo.InvariantCulture).AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string id = await marketing.LaunchAsync(fields);
        await Visitor.UntilAsync(() => marketing.ResultsAsync(id), results => results.GetProperty("queued").GetInt32() == 1);
        Assert.Equal("paused", (await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/pause")).GetProperty("status").GetString());
        Assert.Equal("running", (await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/resume")).GetProperty("status").GetString());
        Assert.Equal("cancelled", (await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/cancel")).GetProperty("status").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "CampaignNotNow"), await Marketer.RefusalAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/resume"));
        JsonElement results = await marketing.ResultsAsync(id);
        Assert.Equal((0, 1), (results.GetProperty("queued").GetInt32(), results.GetProperty("excluded").GetProperty("cancelled").GetInt32()));
        Assert.DoesNotContain(await ann.ReadsAsync(), text => text.Contains("Happy day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variants_and_those_held_out_share_the_audience_without_overlap()
    {
        for (int number = 0; number < 30; number++)
        {
            await marketing.ShopperAsync($"N{number}", tag: tag);
        }

        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync("A {{name}}"), await marketing.TemplateAsync("B {{name}}"));
        fields["holdoutPercent"] = 30;
        JsonElement results = await marketing.FinishedAsync(await marketing.LaunchAsync(fields));
        Dictionary<int, JsonElement> variants = results.GetProperty("variants").EnumerateArray().ToDictionary(row => row.GetProperty("variant").GetInt32());
        Assert.Equal([-1, 0, 1], variants.Keys.Order());
        Assert.Equal(30, variants.Values.Sum(row => row.GetProperty("sent").GetInt32() + row.GetProperty("excluded").GetInt32()));
        Assert.Equal(0, variants[-1].GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_preview_shows_what_one_customer_will_read_and_a_trial_sends_it_to_nobody_else()
    {
        (string id, Visitor ann) = await marketing.ShopperAsync("Ann *Star*", tag: tag);
        (_, Visitor other) = await marketing.ShopperAsync("Bob", tag: tag);
        string campaign = await marketing.CampaignAsync(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync()));
        Assert.Equal(@"Happy day, Ann \*Star\*!", (await Marketer.GetAsync($"/api/outreach/campaigns/{campaign}/preview?customerId={id}")).GetProperty("text").GetString());
        Assert.Equal(@"节日快乐，Ann \*Star\*！", (await Marketer.GetAsync($"/api/outreach/campaigns/{campaign}/preview?customerId={id}&locale=zh")).GetProperty("text").GetString());
        await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{campaign}/test", new { customerId = id });
        Assert.Contains(await ann.ReadsAsync(), text => text == @"Happy day, Ann \*Star\*!");
        Assert.DoesNotContain(await other.ReadsAsync(), text => text.Contains("Happy", StringComparison.Ordinal));
        Assert.Equal(0, (await marketing.ResultsAsync(campaign)).GetProperty("variants").GetArrayLength());
        Assert.Equal(["customerId"], (await marketing.FaultsAsync(HttpMethod.Post, $"/api/outreach/campaigns/{campaign}/test", new { customerId = "nobody" })).Keys);
    }

    [Fact]
    public async Task Whoever_stops_between_queue_and_sending_gets_nothing()
    {
        (string id, Visitor ann) = await marketing.ShopperAsync(tag: tag);
        string segment = await marketing.SegmentAsync(tag);
        Dictionary<string, object?> fields = Marketing.Due(segment, await marketing.TemplateAsync());
        DateTime soon = DateTime.Parse($"{fields["day"]} {fields["time"]}", System.Globalization.CultureInfo.InvariantCulture).AddSeconds(64);
        (fields["day"], fields["time"]) = (soon.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), soon.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        string campaign = await marketing.LaunchAsync(fields);
        await marketing.ConsentAsync(id, "chat", "greetings", false);
        JsonElement results = await marketing.FinishedAsync(campaign);
        Assert.Equal((0, 1), (results.GetProperty("sent").GetInt32(), results.GetProperty("excluded").GetProperty("noConsent").GetInt32()));
        Assert.DoesNotContain(await ann.ReadsAsync(), text => text.Contains("Happy day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_campaign_uses_cannot_be_taken_away_and_who_came_too_late_hears_of_it()
    {
        string segment = await marketing.SegmentAsync(tag);
        string template = await marketing.TemplateAsync();
        string id = await marketing.CampaignAsync(Marketing.Due(segment, template));
        Assert.Equal((HttpStatusCode.Conflict, "OutreachUsed"), await Marketer.RefusalAsync(HttpMethod.Delete, $"/api/outreach/segments/{segment}"));
        Assert.Equal((HttpStatusCode.Conflict, "OutreachUsed"), await Marketer.RefusalAsync(HttpMethod.Delete, $"/api/outreach/templates/{template}"));
        Dictionary<string, object?> change = new(Marketing.Due(segment, template)) { ["version"] = 1 };
        await Marketer.SendAsync(HttpMethod.Put, $"/api/outreach/campaigns/{id}", change);
        Assert.Equal((HttpStatusCode.Conflict, "Changed"), await Marketer.RefusalAsync(HttpMethod.Put, $"/api/outreach/campaigns/{id}", change));
        await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/cancel");
        await Marketer.SendAsync(HttpMethod.Delete, $"/api/outreach/segments/{segment}");
    }
}
