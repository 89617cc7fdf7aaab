using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Channels.Sms;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>Text messages that shoppers write, handed in by the gateway and answered through it.</summary>
public sealed class SmsInboxTests : IAsyncLifetime
{
    private const string Secret = "a secret of the gateway";
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];
    private readonly Marketing marketing = new();
    private SmsGateway gateway = null!;

    private RunningService Service => marketing.Service;

    private ICustomerStore Customers => Service.Get<ICustomerStore>();

    public async Task InitializeAsync()
    {
        gateway = await SmsGateway.StartAsync();
        await marketing.BeginAsync("--Sms:Url", gateway.Url, "--Sms:Inbound:Secret", Secret, "--Limits:SmsPerHour", "5", "--Customers:CallingCode", "44", "--Outreach:Channels:sms:PerSecond", "1000");
    }

    public async Task DisposeAsync()
    {
        await marketing.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_question_by_text_message_is_answered_by_text_message_in_its_language()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("+447700900104", "can i return a dress", "m1"));
        JsonElement answer = await AnsweredAsync(text => text.Contains("30 days", StringComparison.Ordinal));
        Assert.Equal("+447700900104", answer.GetProperty("to").GetString());
        Assert.DoesNotContain("**", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        await PostAsync("8613812345674", "可以退货吗", "m2");
        Assert.Equal("8613812345674", (await AnsweredAsync(text => text.Contains("30 天", StringComparison.Ordinal))).GetProperty("to").GetString());
    }

    [Fact]
    public async Task A_repeat_is_taken_in_once_and_another_text_under_its_id_is_refused()
    {
        foreach (string _ in (string[])["once", "again"])
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync("+447700900104", "can i return a dress", "same"));
        }

        await AnsweredAsync(text => text.Contains("30 days", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync("+447700900104", "something else", "same"));
        Assert.Single(await LogAsync("+447700900104"), message => message.Sender == Sender.Shopper);
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_gets_one_who_answers_through_the_gateway()
    {
        await PostAsync("+447700900104", "i want to talk to a person", "m1");
        using StaffClient agent = await Service.SignInAsync(Role.Agent, Role.Supervisor);
        string id = await IdAsync("+447700900104");
        await Visitor.UntilAsync(async () => await Service.Get<IConversationStore>().FindAsync(id, default), found => found is { Owner: Owner.Queue });
        await agent.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{Uri.EscapeDataString(id)}/takeover", new { reason = "test" });
        await agent.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{Uri.EscapeDataString(id)}/messages", new { clientId = "1", text = "It is **on its way**: [track it](https://shop.example/t/1)" });
        await AnsweredAsync(text => text == "It is on its way: track it https://shop.example/t/1");
        await PostAsync("+447700900104", "thank you", "m2");
        Assert.Equal(Owner.Agent, (await Service.Get<IConversationStore>().FindAsync(id, default))!.Owner);
        Assert.DoesNotContain(await Service.Get<IOutboxStore>().ListAsync(OutboxStatus.Dead, 10, default), row => row.ConversationId == id);
    }

    [Fact]
    public async Task Whoever_stops_after_they_were_planned_is_not_written_to_even_from_another_file()
    {
        string shared = await SharingAsync("+447700900104", "s1");
        await marketing.ConsentAsync(shared, "sms", "greetings", true);
        await TagAsync(shared);
        Dictionary<string, object?> fields = await DueAsync();
        DateTime soon = DateTime.Parse($"{fields["day"]} {fields["time"]}", System.Globalization.CultureInfo.InvariantCulture).AddSeconds(65);
        (fields["day"], fields["time"]) = (soon.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), soon.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        string campaign = await marketing.LaunchAsync(fields);
        await Visitor.UntilAsync(() => marketing.ResultsAsync(campaign), results => results.GetProperty("queued").GetInt32() == 1);
        await marketing.Marketer.SendAsync(HttpMethod.Post, "/api/outreach/suppressions", new { channel = "sms", address = "07700 900104" });
        Assert.Equal(1, (await marketing.FinishedAsync(campaign)).GetProperty("excluded").GetProperty("suppressed").GetInt32());
        Assert.Empty(gateway.Taken);
    }

    [Theory]
    [InlineData("STOP", "en")]
    [InlineData("退订", "zh")]
    [InlineData("td", "zh")]
    public async Task A_stop_word_ends_text_messages_to_the_number_whosever_file_it_stands_in(string word, string locale)
    {
        string ann = await marketing.AddressAsync(ContactKind.Phone, "447700900104", tag, "Ann", locale);
        string family = await SharingAsync("+447700900104", "s1"), dialled = await SharingAsync("07700900104", "s3");
        await PostAsync("+447700900104", word, "m1");
        foreach (string id in (string[])[ann, family, dialled])
        {
            Customer stopped = await Visitor.UntilAsync(async () => (await Customers.FindAsync(id, default))!, customer => Given(customer).All(given => !given) && Given(customer).Count() == 3);
            Assert.All(stopped.Consents.Where(consent => consent.Source == "stop word"), consent => Assert.Equal("sms", consent.Channel));
        }

        await AnsweredAsync(text => text.Length > 0);

        // A file that names the number again, with an older yes, does not undo it.
        string again = await SharingAsync("07700900104", "s2");
        await marketing.ConsentAsync(again, "sms", "greetings", true);
        await TagAsync(again);
        string campaign = await marketing.CampaignAsync(await DueAsync());
        JsonElement excluded = (await marketing.Marketer.GetAsync($"/api/outreach/campaigns/{campaign}/dry-run")).GetProperty("excluded");
        Assert.Equal((1, 1), (excluded.GetProperty("noConsent").GetInt32(), excluded.GetProperty("suppressed").GetInt32()));
    }

    [Fact]
    public async Task Start_gives_back_what_stop_took()
    {
        string ann = await marketing.AddressAsync(ContactKind.Phone, "+447700900104", tag);
        await PostAsync("+447700900104", "stop", "m1");
        await Visitor.UntilAsync(async () => (await Customers.FindAsync(ann, default))!, customer => Given(customer).Count(given => !given) == 3);
        await PostAsync("+447700900104", "START", "m2");
        await Visitor.UntilAsync(async () => (await Customers.FindAsync(ann, default))!, customer => Given(customer).Count(given => given) == 2);
        await AnsweredAsync(text => text.Contains("comes again", StringComparison.Ordinal));
        await Visitor.UntilAsync(() => marketing.Marketer.GetAsync("/api/outreach/suppressions"), stopped => stopped.GetArrayLength() == 0);
        Assert.Equal(1, (await marketing.FinishedAsync(await LaunchAsync())).GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task Start_does_not_lift_what_a_marketer_has_put_on_the_list()
    {
        await marketing.Marketer.SendAsync(HttpMethod.Post, "/api/outreach/suppressions", new { channel = "sms", address = "+44 7700 900104" });
        await PostAsync("+447700900104", "STOP", "m1");
        await AnsweredAsync(text => text.Length > 0);
        await PostAsync("+447700900104", "START", "m2");
        await AnsweredAsync(text => text.Contains("comes again", StringComparison.Ordinal));
        Assert.Equal("manual", Assert.Single((await marketing.Marketer.GetAsync("/api/outreach/suppressions")).EnumerateArray()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_answer_to_a_campaign_carries_it_counts_as_one_and_lies_in_the_customers_conversation()
    {
        string ann = await marketing.AddressAsync(ContactKind.Phone, "+447700900104", tag);
        string campaign = await LaunchAsync();
        await marketing.FinishedAsync(campaign);
        await PostAsync("447700900104", "how long does delivery take", "m1");
        await AnsweredAsync(text => text.Contains("Two to four", StringComparison.Ordinal));
        using StaffClient agent = await Service.SignInAsync(Role.Agent, Role.Supervisor);
        JsonElement[] seen = [.. (await agent.GetAsync($"/api/desk/conversations/{Uri.EscapeDataString(await IdAsync("447700900104"))}/messages")).GetProperty("items").EnumerateArray()];
        Assert.Equal("Greeting", seen[0].GetProperty("campaign").GetProperty("name").GetString());
        Message heard = Assert.Single(await LogAsync("447700900104"), message => message.Sender == Sender.Shopper);
        Assert.Equal(campaign, JsonElement.Parse(Encoding.UTF8.GetString(heard.ChannelData!)).GetProperty("campaign").GetProperty("id").GetString());
        Assert.Equal(heard.ConversationId, Assert.Single(await Customers.ConversationsAsync(ann, default)));
        Assert.Equal(1, (await marketing.ResultsAsync(campaign)).GetProperty("variants")[0].GetProperty("replied").GetInt32());

        await PostAsync("447700900104", "STOP", "m2");
        await Visitor.UntilAsync(() => marketing.ResultsAsync(campaign), results => results.GetProperty("variants")[0].GetProperty("optedOut").GetInt32() == 1);

        // What is said by text message is no chat: a campaign for chats finds nobody here.
        await marketing.ConsentAsync(ann, "chat", "greetings", true);
        Dictionary<string, object?> chats = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync());
        string id = await marketing.CampaignAsync(chats);
        Assert.Equal(1, (await marketing.Marketer.GetAsync($"/api/outreach/campaigns/{id}/dry-run")).GetProperty("excluded").GetProperty("unreachable").GetInt32());
    }

    [Fact]
    public async Task A_number_that_somebody_with_an_account_merely_named_opens_no_file_and_one_the_shop_vouched_for_does()
    {
        string named = await SharingAsync("+447700900104", "s1");
        await PostAsync("+447700900104", "hello", "m1");
        Assert.Empty(await Customers.ConversationsAsync(named, default));
        string vouched = await SharingAsync("+447700900107", "s2", verified: true);
        await PostAsync("+447700900107", "hello", "m2");
        Assert.Single(await Customers.ConversationsAsync(vouched, default));
    }

    [Fact]
    public async Task After_an_erasure_nothing_holds_the_number_and_another_conversation_begins()
    {
        await PostAsync("+447700900104", "STOP", "m1");
        string first = await IdAsync("+447700900104");
        Customer customer = await Visitor.UntilAsync(async () => (await Customers.OfConversationAsync(first, default))!, found => found is not null);
        await Customers.EraseAsync(new Erasure(customer.Id, [first]), null, default);
        Assert.Null((await Service.Get<IConversationStore>().FindAsync(first, default))!.UserId);
        Assert.DoesNotContain("7700900104", first, StringComparison.Ordinal);
        await PostAsync("+447700900104", "hello", "m2");
        Assert.NotEqual(first, await IdAsync("+447700900104"));
    }

    [Theory]
    [InlineData(1, HttpStatusCode.Forbidden)]
    [InlineData(-1, HttpStatusCode.NoContent)]
    public async Task Whoever_is_blocked_is_not_heard_until_the_block_ends(int hours, HttpStatusCode expected)
    {
        string ann = await marketing.AddressAsync(ContactKind.Phone, "+447700900104", tag);
        DateTimeOffset until = Service.Get<TimeProvider>().GetUtcNow().AddHours(hours);
        await Customers.SaveAsync((await Customers.FindAsync(ann, default))! with { Blocked = new Block("rude", until) }, SupportBot.Access.Audit.AuditEntry.ByConsole("test", ann), default);
        Assert.Equal(expected, await PostAsync("+447700900104", "hello", "m1"));
    }

    [Fact]
    public async Task One_number_is_heard_so_often_and_its_stop_always()
    {
        for (int number = 0; number < 5; number++)
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync("+447700900104", "hello", $"m{number}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync("+447700900104", "hello", "m9"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("+447700900104", "STOP", "m10"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("+447700900107", "hello", "m11"));
    }

    private static IEnumerable<bool> Given(Customer? customer) => customer?.Consents.Where(consent => consent.Channel == "sms").Select(consent => consent.Given) ?? [];

    private async Task<HttpStatusCode> PostAsync(string from, string text, string id)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/sms") { Content = JsonContent.Create(new { from, text, id }) };
        request.Headers.Authorization = new("Bearer", Secret);
        using HttpResponseMessage answer = await Service.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<JsonElement> AnsweredAsync(Func<string, bool> wanted) => await Visitor.UntilAsync(
        () => Task.FromResult(gateway.Taken.FirstOrDefault(message => wanted(message.GetProperty("text").GetString()!))), found => found.ValueKind == JsonValueKind.Object);

    private async Task<string> IdAsync(string number) => (await Service.Get<SmsConversations>().OfAsync(number, default)).Id;

    private async Task<IReadOnlyList<Message>> LogAsync(string number) => await Service.Get<IConversationStore>().ReadAsync(await IdAsync(number), 0, 100, default);

    private async Task<string> LaunchAsync() => await marketing.LaunchAsync(await DueAsync());

    private async Task<Dictionary<string, object?>> DueAsync() =>
        new(Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync())) { ["channels"] = new[] { "sms" } };

    private async Task TagAsync(string id) =>
        await Customers.SaveAsync((await Customers.FindAsync(id, default))! with { Zone = Marketing.East, Tags = [tag] }, SupportBot.Access.Audit.AuditEntry.ByConsole("test", id), default);

    /// <summary>A customer with an account in the shop whose file has the number too.</summary>
    private async Task<string> SharingAsync(string phone, string shopId, bool verified = false)
    {
        await Service.Get<SupportBot.Customers.Import.ICustomerImports>().SaveAsync(
            [new SupportBot.Customers.Import.ImportedCustomer { ShopId = shopId, Contacts = [new Contact(ContactKind.Phone, phone, verified)] }], false, SupportBot.Access.Audit.AuditEntry.ByConsole("test", shopId), default);
        return (await Customers.OfPhoneAsync([phone], default)).Single(customer => customer.ShopIds.Contains(shopId)).Id;
    }
}
