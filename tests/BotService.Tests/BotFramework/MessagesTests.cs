using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class MessagesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly Bot bot = shared.Bot;

    [Fact]
    public async Task With_expectReplies_the_answer_is_in_the_response_and_nothing_goes_out()
    {
        int before = bot.Connector.Calls.Length;
        Dictionary<string, object?> question = bot.Activity("can i return a dress", "expect", "q1");
        JsonElement reply = Assert.Single(await bot.AskAsync(question));
        Assert.Contains("30 days", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("q1", Visitor.ReplyTo(reply));
        Assert.Equal(("28:bot", "29:shopper"), (reply.GetProperty("from").GetProperty("id").GetString(), reply.GetProperty("recipient").GetProperty("id").GetString()));
        Assert.Equal("expect", reply.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal(2, (await LogAsync("test:expect")).Count);
        await bot.UntilRowsAsync("Due", 0);
        Assert.Equal(before, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task The_same_activity_many_times_at_once_is_one_row_and_gets_equal_answers()
    {
        Dictionary<string, object?> question = bot.Activity("can i return a dress", "duplicates", "same");
        JsonElement[][] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bot.AskAsync(new(question))));
        Assert.All(answers, answer => Assert.Equal(answers[0].Single().GetRawText(), answer.Single().GetRawText()));
        Assert.Equal(2, (await LogAsync("test:duplicates")).Count);

        question["text"] = "something else";
        using HttpResponseMessage changed = await bot.PostAsync(question);
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Equal(2, (await LogAsync("test:duplicates")).Count);
    }

    [Fact]
    public async Task A_repeated_normal_activity_is_answered_once()
    {
        Dictionary<string, object?> question = bot.Activity("can i return a dress", "twice", "q");
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(question));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(question));
        await Visitor.UntilAsync(() => LogAsync("test:twice"), log => log.Count == 2);
        await Visitor.UntilAsync(() => Task.FromResult(bot.Connector.Calls.Count(IsTwice)), count => count == 1);
        await bot.UntilRowsAsync("Due", 0);
        Assert.Single(bot.Connector.Calls, IsTwice);

        static bool IsTwice(ConnectorPost call) => call.Target.StartsWith("/v3/conversations/twice/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_joins_is_greeted()
    {
        Dictionary<string, object?> joined = bot.Activity("", "greeting");
        (joined["type"], joined["membersAdded"]) = ("conversationUpdate", new[] { new { id = "28:bot" }, new { id = "29:shopper" } });
        joined.Remove("text");
        JsonElement greeting = (await bot.AskAsync(joined))[0];
        Assert.NotEqual("", greeting.GetProperty("text").GetString());
        Assert.Null(Visitor.ReplyTo(greeting));

        Dictionary<string, object?> botJoined = bot.Activity("", "no-greeting");
        (botJoined["type"], botJoined["membersAdded"]) = ("conversationUpdate", new[] { new { id = "28:bot" } });
        Assert.Empty(await bot.AskAsync(botJoined));
    }

    [Theory]
    [InlineData("typing", null, 200)]
    [InlineData("messageReaction", null, 200)]
    [InlineData("endOfConversation", null, 200)]
    [InlineData("somethingOfTomorrow", null, 200)]
    [InlineData("Message", null, 200)]
    [InlineData("event", "handoff.status", 202)]
    [InlineData("event", null, 400)]
    [InlineData("invoke", "adaptiveCard/action", 501)]
    [InlineData("invoke", null, 400)]
    [InlineData("", null, 400)]
    [InlineData(null, null, 400)]
    public async Task Each_type_gets_its_answer(string? type, string? name, int status)
    {
        Dictionary<string, object?> activity = bot.Activity("", $"type-{type}-{name}");
        (activity["type"], activity["name"], activity["value"]) = (type, name, new { state = "accepted" });
        Assert.Equal((HttpStatusCode)status, await PostAsync(activity));
        Assert.Equal(status == 202 ? 1 : 0, (await LogAsync($"test:{Uri.EscapeDataString($"type-{type}-{name}")}")).Count);
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("{\"type\":5}", "application/json", 400)]
    [InlineData("{\"type\":\"message\"} x", "application/json", 400)]
    [InlineData("{\"type\":\"message\",\"channelId\":\"test\"}", "application/json", 400)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"x\"}}", "application/json", 400)]
    [InlineData("{\"type\":\"message\",\"channelId\":\"test\",\"conversation\":{\"id\":\"x\"},\"text\":\"\\ud800\"}", "application/json", 400)]
    [InlineData("type=message", "application/x-www-form-urlencoded", 415)]
    public async Task Bad_input_gets_the_protocols_error(string body, string contentType, int status)
    {
        using HttpResponseMessage response = await PostRawAsync(new StringContent(body, Encoding.UTF8, contentType));
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.NotEqual("", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Too_large_and_other_methods_are_refused()
    {
        using HttpResponseMessage large = await PostRawAsync(new StringContent(new string(' ', 300_000), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete])
        {
            using HttpResponseMessage other = await bot.Service.SendAsync(method, "/api/messages", null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
        }
    }

    [Theory]
    [InlineData("http://connector.example.com/")]
    [InlineData("https://connector.example.com/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://127.0.0.1@evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("x")]
    public async Task A_message_that_could_not_be_answered_is_refused(string serviceUrl)
    {
        Dictionary<string, object?> activity = bot.Activity("hello", "far-away");
        activity["serviceUrl"] = serviceUrl;
        using HttpResponseMessage response = await bot.PostAsync(activity, bot.Authority.Token(serviceUrl));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("BotFramework:AllowedServiceHosts", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await LogAsync("test:far-away"));
    }

    [Fact]
    public async Task What_we_do_not_know_is_kept_and_callerId_is_not()
    {
        Dictionary<string, object?> activity = bot.Activity("hello", "extra");
        (activity["callerId"], activity["novelty"]) = ("urn:botframework:azure", new { a = 1 });
        await bot.AskAsync(activity);
        string stored = Encoding.UTF8.GetString((await LogAsync("test:extra"))[0].Body);
        Assert.Contains("novelty", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("callerId", stored, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> PostAsync(object activity)
    {
        using HttpResponseMessage response = await bot.PostAsync(activity);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> PostRawAsync(HttpContent content)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bot.Authority.Token(bot.Connector.Url));
        return await bot.Service.Http.SendAsync(request);
    }

    private async Task<IReadOnlyList<Message>> LogAsync(string conversation) => await bot.Service.Get<IConversationStore>().ReadAsync(conversation, 0, 1_000, default);
}
