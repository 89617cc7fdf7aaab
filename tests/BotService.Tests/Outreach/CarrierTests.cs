using System.Text.Json;
using Quartz;
using SupportBot.Customers;
using SupportBot.Outreach.Carriers;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>E-mails and text messages, against servers that record what really arrived.</summary>
public sealed class CarrierTests : IAsyncLifetime, IDisposable
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];
    private readonly MailServer mail = new();
    private readonly Marketing marketing = new();
    private SmsGateway sms = null!;

    public async Task InitializeAsync()
    {
        sms = await SmsGateway.StartAsync();
        await marketing.BeginAsync(
            "--Email:Host", "127.0.0.1", "--Email:Port", $"{mail.Port}", "--Email:Security", "None", "--Email:From", "shop@shop.example",
            "--Sms:Url", sms.Url, "--Sms:Headers:X-Key", "secret",
            "--Outreach:PublicUrl", "https://support.shop.example", "--Outreach:MaxAttempts", "2", "--Outreach:FirstRetry", "00:00:00.010", "--Outreach:Channels:email:PerSecond", "1000", "--Outreach:Channels:sms:PerSecond", "1000");
    }

    public async Task DisposeAsync()
    {
        await marketing.DisposeAsync();
        await sms.DisposeAsync();
    }

    public void Dispose() => mail.Dispose();

    [Fact]
    public async Task An_email_arrives_with_a_one_click_unsubscribe_that_works()
    {
        string id = await marketing.AddressAsync(ContactKind.Email, "ann@shop.example", tag, "Ann");
        await marketing.FinishedAsync(await LaunchAsync("email", await marketing.TemplateAsync("Dear {{name}},\n.\nsee https://shop.example/sale?a=1 today.", null, "A 礼物 for {{name}}")));
        (string to, string data) = Assert.Single(mail.Taken);
        Assert.Equal("ann@shop.example", to);
        string text = MailServer.TextOf(data);
        Assert.StartsWith("Dear Ann,\r\n.\r\nsee https://support.shop.example/r/", text, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", data, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?B?", data, StringComparison.Ordinal);

        string link = data.Split("List-Unsubscribe: <")[1].Split('>')[0];
        Assert.Contains(link, text, StringComparison.Ordinal);
        string path = new Uri(link).AbsolutePath;
        Assert.Contains("checked", await marketing.Service.Http.GetStringAsync(path), StringComparison.Ordinal);
        (await marketing.Service.Http.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]))).EnsureSuccessStatusCode();
        Customer customer = (await marketing.Service.Get<ICustomerStore>().FindAsync(id, default))!;
        Assert.Contains(customer.Consents, consent => consent is { Channel: "email", Purpose: "greetings", Given: false, Source: "unsubscribe" });
    }

    [Fact]
    public async Task A_click_leads_on_and_is_counted()
    {
        await marketing.AddressAsync(ContactKind.Email, "ann@shop.example", tag);
        string campaign = await LaunchAsync("email", await marketing.TemplateAsync("see https://shop.example/sale?a=1.", null));
        await marketing.FinishedAsync(campaign);
        string link = MailServer.TextOf(mail.Taken.Single().Data).Split(' ')[1].Split('.', StringSplitOptions.None) is var parts ? string.Join('.', parts)[..] : "";
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = marketing.Service.Address };
        string path = new Uri(link.Split("\r\n")[0].TrimEnd('.')).AbsolutePath;
        using HttpResponseMessage answer = await client.GetAsync(path);
        Assert.Equal("https://shop.example/sale?a=1", answer.Headers.Location!.OriginalString);
        Assert.Equal(1, (await marketing.ResultsAsync(campaign)).GetProperty("variants")[0].GetProperty("clicked").GetInt32());
        using HttpResponseMessage altered = await client.GetAsync(path[..^2] + "AA");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, altered.StatusCode);
    }

    [Fact]
    public async Task A_refused_address_ends_as_dead_letter_and_is_left_alone_and_the_others_get_theirs_once()
    {
        foreach (string name in (string[])["gone", "busy", "silent", "ann", "bob"])
        {
            await marketing.AddressAsync(ContactKind.Email, $"{name}@shop.example", tag, name);
        }

        string campaign = await LaunchAsync("email", await marketing.TemplateAsync());
        JsonElement results = await marketing.FinishedAsync(campaign);
        JsonElement row = results.GetProperty("variants")[0];
        Assert.Equal((2, 2, 1), (row.GetProperty("sent").GetInt32(), row.GetProperty("failed").GetInt32(), row.GetProperty("unknown").GetInt32()));
        Assert.Equal(["ann@shop.example", "bob@shop.example", "silent@shop.example"], mail.Taken.Select(taken => taken.To).Order());
        JsonElement[] failed = [.. (await marketing.Marketer.GetAsync("/api/outreach/failed")).GetProperty("items").EnumerateArray()];
        Assert.Equal(["dead SMTP 550", "dead given up after 2 attempts: SMTP 451", "unknown EndOfStreamException"], failed.Select(one => $"{one.GetProperty("status").GetString()} {one.GetProperty("error").GetString()}").Order(StringComparer.Ordinal));
        Assert.Equal("g***@s***.example", (await marketing.Marketer.GetAsync("/api/outreach/suppressions"))[0].GetProperty("shown").GetString());

        // The next campaign leaves the address that bounced alone.
        JsonElement next = await marketing.FinishedAsync(await LaunchAsync("email", await marketing.TemplateAsync()));
        Assert.Equal(1, next.GetProperty("excluded").GetProperty("suppressed").GetInt32());
    }

    [Fact]
    public async Task A_dead_letter_is_sent_again_when_a_person_says_so()
    {
        await marketing.AddressAsync(ContactKind.Email, "silent@shop.example", tag);
        string campaign = await LaunchAsync("email", await marketing.TemplateAsync());
        await marketing.FinishedAsync(campaign);
        long id = (await marketing.Marketer.GetAsync("/api/outreach/failed")).GetProperty("items")[0].GetProperty("id").GetInt64();
        Assert.Equal(1, (await marketing.Marketer.SendAsync(HttpMethod.Post, "/api/outreach/failed/replay", new { ids = new[] { id } })).GetProperty("replayed").GetInt32());
        Assert.Equal(["ids"], (await marketing.FaultsAsync(HttpMethod.Post, "/api/outreach/failed/replay", new { ids = Array.Empty<long>() })).Keys);

        // The campaign had finished: it runs again for this one, and finishes again.
        await Visitor.UntilAsync(() => Task.FromResult(mail.Taken.Count), taken => taken == 2);
        await marketing.FinishedAsync(campaign);
    }

    [Fact]
    public async Task Every_seventh_refused_and_every_eleventh_cut_off_nobody_gets_it_twice_and_the_unknown_are_flagged()
    {
        (mail.RefuseEvery, mail.CutEvery) = (7, 11);
        for (int number = 0; number < 60; number++)
        {
            await marketing.AddressAsync(ContactKind.Email, $"n{number}@shop.example", tag, $"N{number}");
        }

        JsonElement row = (await marketing.FinishedAsync(await LaunchAsync("email", await marketing.TemplateAsync()))).GetProperty("variants")[0];
        string[] readers = [.. mail.Taken.Select(taken => taken.To)];
        Assert.Equal(readers.Length, readers.Distinct().Count());
        Assert.Equal(readers.Length / 11, row.GetProperty("unknown").GetInt32());
        Assert.Equal(readers.Length, row.GetProperty("sent").GetInt32() + row.GetProperty("unknown").GetInt32());
        Assert.Equal(60, readers.Length + row.GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task A_text_message_goes_through_the_gateway_as_it_wants_it()
    {
        await marketing.AddressAsync(ContactKind.Phone, "+447700900104", tag, "Ann \"Q\"");
        await marketing.AddressAsync(ContactKind.Phone, "+447700900101", tag);
        await marketing.AddressAsync(ContactKind.Phone, "+447700900102", tag);
        await marketing.AddressAsync(ContactKind.Phone, "+447700900103", tag);
        JsonElement row = (await marketing.FinishedAsync(await LaunchAsync("sms", await marketing.TemplateAsync("Hi {{name}} 你好", null)))).GetProperty("variants")[0];
        Assert.Equal((1, 2, 1), (row.GetProperty("sent").GetInt32(), row.GetProperty("failed").GetInt32(), row.GetProperty("unknown").GetInt32()));
        Assert.Equal(2, sms.Taken.Count);
        Assert.Contains(sms.Taken, message => message.GetProperty("text").GetString() == "Hi Ann \"Q\" 你好" && message.GetProperty("to").GetString() == "+447700900104");
        Assert.Equal("secret", sms.Key);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_in_the_middle_of_a_message_learns_what_became_of_it()
    {
        TaskCompletionSource answer = new();
        sms.Answers = answer.Task;
        await marketing.AddressAsync(ContactKind.Phone, "+447700900104", tag);
        string campaign = await LaunchAsync("sms", await marketing.TemplateAsync());
        await Visitor.UntilAsync(() => Task.FromResult(sms.Taken.Count), taken => taken == 1);
        IScheduler scheduler = await marketing.Service.Get<ISchedulerFactory>().GetScheduler();
        Assert.True(await scheduler.Interrupt(new JobKey("send")));
        answer.SetResult();
        JsonElement row = (await marketing.FinishedAsync(campaign)).GetProperty("variants")[0];
        Assert.Equal((1, 0), (row.GetProperty("sent").GetInt32(), row.GetProperty("unknown").GetInt32()));
        Assert.Single(sms.Taken);
    }

    [Fact]
    public async Task The_first_channel_by_which_somebody_agreed_is_taken()
    {
        string both = await marketing.AddressAsync(ContactKind.Email, "both@shop.example", tag);
        (string chats, Visitor visitor) = await marketing.ShopperAsync("Chat", tag: tag);
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), await marketing.TemplateAsync());
        fields["channels"] = new[] { "chat", "sms", "email" };
        await marketing.FinishedAsync(await marketing.LaunchAsync(fields));
        Assert.Equal("both@shop.example", Assert.Single(mail.Taken).To);
        Assert.Contains("Happy day, Chat!", await visitor.ReadsAsync());
        Assert.NotEqual(both, chats);
    }

    [Fact]
    public void Nothing_that_is_put_in_can_begin_a_header_or_end_the_message()
    {
        string written = new Email("shop@shop.example", "Shop\r\nBcc: all@example.com", "ann@shop.example", "Hi\r\nBcc: all@example.com", "\r\n.\r\nQUIT\r\n", "id@x", null, DateTimeOffset.UnixEpoch).Write();
        Assert.DoesNotContain("\r\nBcc", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n.", written, StringComparison.Ordinal);
        Assert.Contains("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n", written, StringComparison.Ordinal);
        Assert.All(written.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    private async Task<string> LaunchAsync(string channel, string template)
    {
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync(tag), template);
        fields["channels"] = new[] { channel };
        return await marketing.LaunchAsync(fields);
    }
}
