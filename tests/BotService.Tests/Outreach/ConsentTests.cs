using System.Net;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Consents;

namespace SupportBot.BotService.Tests.Outreach;

public sealed class ConsentTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    private ICustomerStore Customers => Service.Get<ICustomerStore>();

    [Theory]
    [InlineData("STOP", "en", "no more greetings")]
    [InlineData("Unsubscribe.", "en", "no more greetings")]
    [InlineData("退订", "zh", "不会再给您发送")]
    [InlineData("TD", "zh", "不会再给您发送")]
    [InlineData("ｔｄ", "zh", "不会再给您发送")]
    public async Task A_stop_word_ends_everything_unasked_and_is_answered(string word, string locale, string answer)
    {
        Visitor visitor = await Service.VisitAsync(locale);
        JsonElement said = await visitor.AskAsync(word);
        Assert.Contains(answer, said.GetProperty("text").GetString(), StringComparison.Ordinal);
        Customer customer = await StoppedAsync(visitor);
        Assert.Equal(["greetings", "offers", "reminders"], customer.Consents.Where(consent => consent is { Channel: "chat", Given: false, Source: "stop word" }).Select(consent => consent.Purpose).Order());
    }

    [Fact]
    public async Task A_stop_word_counts_while_an_agent_has_the_conversation()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("0");
        using StaffClient agent = await Service.SignInAsync(Role.Agent, Role.Supervisor);
        await agent.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{visitor.ConversationId}/takeover", new { reason = "test" });
        (await visitor.SayAsync("退订")).EnsureSuccessStatusCode();
        await StoppedAsync(visitor);
    }

    [Fact]
    public async Task Start_gives_back_what_stop_took_and_nothing_more()
    {
        Visitor visitor = await Service.VisitAsync();
        string id = await Customers.AdmitAsync(new Newcomer("Ann", "en", [], visitor.ConversationId), null, default);
        await Customers.ConsentAsync(id, new Consent("chat", "greetings", true, "shop", DateTimeOffset.UnixEpoch), null, default);
        await visitor.AskAsync("stop");
        await StoppedAsync(visitor);
        int before = (await visitor.ReadsAsync()).Length;
        JsonElement said = await visitor.AskAsync("START");
        Assert.Contains("comes again", said.GetProperty("text").GetString(), StringComparison.Ordinal);

        // Reminders need no yes; offers had none.
        Customer after = await Visitor.UntilAsync(async () => (await Customers.FindAsync(id, default))!, customer => customer.Consents.Count(consent => consent.Given) == 2);
        Assert.Equal(["greetings", "reminders"], after.Consents.Where(consent => consent.Given).Select(consent => consent.Purpose).Order());
        Assert.Equal(["START", said.GetProperty("text").GetString()!], (await visitor.ReadsAsync())[before..]);
    }

    [Fact]
    public async Task Start_from_somebody_who_never_stopped_agrees_to_nothing()
    {
        Visitor visitor = await Service.VisitAsync();
        (await visitor.SayAsync("START")).EnsureSuccessStatusCode();
        await visitor.AskAsync("stop");
        Customer customer = await StoppedAsync(visitor);
        Assert.DoesNotContain(customer.Consents, consent => consent.Given);
    }

    [Fact]
    public async Task A_word_within_a_sentence_is_no_stop_word()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("please stop the delivery of my parcel");
        Assert.Null(await Customers.OfConversationAsync(visitor.ConversationId, default));
    }

    [Fact]
    public async Task Looking_at_the_preference_page_changes_nothing_and_its_form_does()
    {
        (string id, string token) = await LinkAsync();
        string page = await Service.Http.GetStringAsync($"/preferences/{token}");
        Assert.Contains("name=\"email.greetings\" checked", page, StringComparison.Ordinal);
        Assert.Equal([true, true], (await Customers.FindAsync(id, default))!.Consents.Select(consent => consent.Given));

        using HttpResponseMessage saved = await Service.Http.PostAsync($"/preferences/{token}", new FormUrlEncodedContent([KeyValuePair.Create("email.offers", "on"), KeyValuePair.Create("chat.reminders", "on")]));
        Assert.Contains("role=\"status\"", await saved.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Customer after = (await Customers.FindAsync(id, default))!;
        Assert.Equal(["email.offers"], after.Consents.Where(consent => consent.Given).Select(consent => $"{consent.Channel}.{consent.Purpose}"));
        Assert.Contains(after.Consents, consent => consent is { Channel: "sms", Purpose: "reminders", Given: false, Source: "unsubscribe" });
    }

    [Fact]
    public async Task One_click_ends_the_channel_it_came_by_and_no_other()
    {
        (string id, string token) = await LinkAsync();
        using HttpResponseMessage answer = await Service.Http.PostAsync($"/preferences/{token}", new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Customer after = (await Customers.FindAsync(id, default))!;
        Assert.Equal(["greetings", "offers", "reminders"], after.Consents.Where(consent => consent is { Channel: "email", Given: false }).Select(consent => consent.Purpose).Order());
        Assert.DoesNotContain(after.Consents, consent => consent.Channel != "email");
    }

    [Theory]
    [InlineData("en", "not one of ours")]
    [InlineData("zh", "链接无效")]
    public async Task A_link_that_was_altered_opens_nothing(string language, string words)
    {
        (string _, string token) = await LinkAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, $"/preferences/{(token[0] == 'A' ? 'B' : 'A')}{token[1..]}");
        request.Headers.Add("Accept-Language", language);
        using HttpResponseMessage answer = await Service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using HttpResponseMessage posted = await Service.Http.PostAsync("/preferences/nothing", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    private Task<Customer> StoppedAsync(Visitor visitor) => Visitor.UntilAsync(
        async () => (await Customers.OfConversationAsync(visitor.ConversationId, default))!,
        customer => customer?.Consents.Count(consent => consent is { Channel: "chat", Given: false }) == 3);

    private async Task<(string Id, string Token)> LinkAsync()
    {
        string id = await Customers.AdmitAsync(new Newcomer("Ann", "en", [new Contact(ContactKind.Email, $"{Guid.NewGuid():N}@shop.example", false)], null), null, default);
        foreach (string purpose in (string[])["greetings", "offers"])
        {
            await Customers.ConsentAsync(id, new Consent("email", purpose, true, "shop", DateTimeOffset.UnixEpoch), null, default);
        }

        return (id, Service.Get<PreferenceLinks>().Write(new PreferenceLink(id, Reach.Email, 0)));
    }
}
