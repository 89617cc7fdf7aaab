using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportBot.Channels.BotFramework;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class DeliveryTests : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-bot").FullName;
    private Bot bot = null!;

    public async Task InitializeAsync() => bot = await Bot.StartAsync(directory);

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_reply_goes_to_the_conversation_it_answers()
    {
        using HttpResponseMessage response = await bot.PostAsync(bot.Activity("can i return a dress", "19:meeting|a/b", "1|x"));
        ConnectorPost post = (await bot.Connector.ReceivedAsync(1))[0];
        Assert.Equal(("POST", "/v3/conversations/19%3Ameeting%7Ca%2Fb/activities/1%7Cx"), (post.Method, post.Target));
        Assert.Contains("30 days", post.Text, StringComparison.Ordinal);
        Assert.Equal("Bearer token-1", post.Authorization);
        Assert.Equal("1|x", Visitor.ReplyTo(post.Body));
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal("remote-1", (await bot.Service.Get<IOutboxStore>().ListAsync(OutboxStatus.Sent, 1, default))[0].Receipt);
    }

    [Fact]
    public async Task Many_sends_ask_for_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => bot.SayAsync("can i return a dress", $"c{number}")));
        await bot.UntilRowsAsync("Sent", 30);
        Assert.Equal(1, bot.Authority.TokenCalls);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_and_the_message_sent_again()
    {
        bot.Connector.Next(401);
        await bot.SayAsync("can i return a dress");
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], bot.Connector.Calls.Select(call => call.Authorization));
    }

    [Theory]
    [InlineData(408, null)]
    [InlineData(429, "1")]
    [InlineData(500, null)]
    [InlineData(503, null)]
    public async Task What_may_pass_is_tried_again(int status, string? retryAfter)
    {
        TimeProvider time = TimeProvider.System;
        long started = time.GetTimestamp();
        bot.Connector.Next(status, retryAfter);
        bot.Connector.Next(status, retryAfter);
        await bot.SayAsync("can i return a dress");
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal(3, bot.Connector.Calls.Length);
        Assert.True(retryAfter is null || time.GetElapsedTime(started) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_dead_at_once_and_the_next_goes_on()
    {
        bot.Connector.Next(400);
        await bot.SayAsync("can i return a dress");
        Assert.Equal("HTTP 400", Assert.Single(await bot.UntilRowsAsync("Dead", 1)));
        await bot.SayAsync("how long does delivery take");
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal(2, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task After_the_last_attempt_a_message_is_dead()
    {
        await bot.RestartAsync(directory, "--Outbox:MaxAttempts", "3");
        for (int attempt = 0; attempt < 3; attempt++)
        {
            bot.Connector.Next(503);
        }

        await bot.SayAsync("can i return a dress");
        Assert.Contains("given up after 3 attempts: HTTP 503", Assert.Single(await bot.UntilRowsAsync("Dead", 1)), StringComparison.Ordinal);
        Assert.Equal(3, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task A_message_that_may_have_arrived_is_flagged_and_never_repeated()
    {
        bot.Connector.NextHangs();
        bot.Connector.Next(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await bot.SayAsync("can i return a dress", "hangs");
        Assert.Equal("timeout", Assert.Single(await bot.UntilRowsAsync("Unknown", 1)));
        await bot.SayAsync("can i return a dress", "cut");
        await bot.UntilRowsAsync("Unknown", 2);
        await bot.SayAsync("how long does delivery take", "hangs");
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal(3, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task A_conversation_is_answered_in_order_whatever_fails()
    {
        int[] failures = [503, 200, 429, 500, 200, 503, 408, 200, 503];
        foreach (int status in failures)
        {
            bot.Connector.Next(status);
        }

        for (int number = 0; number < 12; number++)
        {
            await bot.SayAsync(number % 2 == 0 ? "can i return a dress" : "how long does delivery take");
        }

        await bot.UntilRowsAsync("Sent", 12);
        IReadOnlyList<Message> log = await bot.Service.Get<IConversationStore>().ReadAsync("test:19%3Ameeting%7Ca%2Fb", 0, 100, default);
        string?[] asked = [.. log.Where(message => message.Sender == Sender.Shopper).Select(message => message.ClientId)];
        string?[] answered = [.. bot.Connector.Calls.Select((call, index) => (Id: Visitor.ReplyTo(call.Body), Status: index < failures.Length ? failures[index] : 200)).Where(call => call.Status == 200).Select(call => call.Id)];
        Assert.Equal(asked, answered);
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_delays_the_message_and_loses_nothing()
    {
        // Its first use fetches the keys, which the authority refuses as well afterwards.
        await bot.AskAsync(bot.Activity("hello", "warm-up"));
        bot.Authority.Status = 503;
        await bot.SayAsync("can i return a dress");
        await Visitor.UntilAsync(() => Task.FromResult(bot.Authority.TokenCalls), calls => calls >= 3);
        Assert.Empty(bot.Connector.Calls);
        bot.Authority.Status = 200;
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Single(bot.Connector.Calls);
    }

    [Fact]
    public async Task A_restart_resumes_what_was_not_sent()
    {
        await bot.RestartAsync(directory, "--Outbox:FirstRetry", "00:00:05", "--Outbox:LongestRetry", "00:00:05");
        bot.Connector.Next(503);
        await bot.SayAsync("can i return a dress");
        await bot.Connector.ReceivedAsync(1);
        await bot.UntilRowsAsync("Due", 1);
        await bot.RestartAsync(directory);
        Assert.Single(bot.Connector.Calls);
        await bot.UntilRowsAsync("Sent", 1);
        Assert.Equal(2, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task A_stop_settles_what_is_being_sent_and_leaves_the_rest_due()
    {
        bot.Connector.Next(async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new { id = "late" });
        });
        await bot.SayAsync("can i return a dress");
        await bot.SayAsync("how long does delivery take");
        await bot.Connector.ReceivedAsync(1);
        await bot.RestartAsync(directory);
        await bot.UntilRowsAsync("Sent", 2);
        await bot.UntilRowsAsync("Unknown", 0);
        Assert.Equal(2, bot.Connector.Calls.Length);
    }

    [Fact]
    public async Task A_row_whose_sender_crashed_while_sending_becomes_unknown()
    {
        await bot.SayAsync("can i return a dress", "one");
        await bot.UntilRowsAsync("Sent", 1);
        IConversationStore store = bot.Service.Get<IConversationStore>();
        NewMessage said = new(Sender.Bot, """{"type":"message","text":"hi"}"""u8.ToArray());
        await store.AppendAsync(new Append { ConversationId = "test:one", Messages = [said], Outbox = [new OutboxItem("crashing", 0)] }, default);
        OutboxClaim claim = await bot.Service.Get<IOutboxStore>().ClaimAsync("crashing", 10, TimeSpan.FromMilliseconds(1), false, default);
        Assert.Single(claim.Rows);
        await bot.RestartAsync(directory);
        OutboxClaim next = await Visitor.UntilAsync(() => bot.Service.Get<IOutboxStore>().ClaimAsync("crashing", 10, TimeSpan.FromMinutes(1), false, default), found => found.Lost > 0);
        Assert.Empty(next.Rows);
        await bot.UntilRowsAsync("Unknown", 1);
    }

    [Fact]
    public async Task All_calls_of_the_Connector_find_their_address()
    {
        ConnectorClient client = bot.Service.Get<ConnectorClient>();
        byte[] activity = """{"type":"message"}"""u8.ToArray();
        await client.SendAsync(bot.Connector.Url, "a|b", activity, default);
        await client.UpdateAsync(bot.Connector.Url.TrimEnd('/'), "a|b", "1/2", activity, default);
        await client.DeleteAsync(bot.Connector.Url, "a|b", "ü", default);
        Delivery created = await client.CreateConversationAsync(bot.Connector.Url, """{"isGroup":false}"""u8.ToArray(), default);
        Assert.Equal((DeliveryOutcome.Delivered, "remote-4"), (created.Outcome, created.Receipt));
        Assert.Equal(
            ["POST /v3/conversations/a%7Cb/activities", "PUT /v3/conversations/a%7Cb/activities/1%2F2", "DELETE /v3/conversations/a%7Cb/activities/%C3%BC", "POST /v3/conversations"],
            bot.Connector.Calls.Select(call => $"{call.Method} {call.Target}"));
        Assert.Equal(JsonValueKind.Undefined, bot.Connector.Calls[2].Body.ValueKind);
    }

    [Fact]
    public async Task Nothing_is_sent_beyond_the_allowed_hosts_and_no_token_asked_for()
    {
        ConnectorClient client = bot.Service.Get<ConnectorClient>();
        string port = new Uri(bot.Connector.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string?[] forbidden = [$"http://localhost:{port}/", $"http://2130706434:{port}/", $"http://u@127.0.0.1:{port}/", $"{bot.Connector.Url}?x=1", "https://example.com/", "", null];
        foreach (string? serviceUrl in forbidden)
        {
            Assert.Equal(DeliveryOutcome.Refused, (await client.SendAsync(serviceUrl, "c", [1], default)).Outcome);
        }

        Assert.Equal(DeliveryOutcome.Refused, (await client.ReplyAsync(bot.Connector.Url, "..", "..", [1], default)).Outcome);
        Assert.Equal((0, 0), (bot.Connector.Calls.Length, bot.Authority.TokenCalls));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        bot.Connector.Next(context =>
        {
            context.Response.Redirect($"{bot.Connector.Url}elsewhere");
            return Task.CompletedTask;
        });
        await bot.SayAsync("can i return a dress");
        Assert.Equal("HTTP 302", Assert.Single(await bot.UntilRowsAsync("Dead", 1)));
        Assert.Single(bot.Connector.Calls);
    }

    [Fact]
    public async Task A_connector_that_is_down_is_waited_for()
    {
        FakeConnector other = await FakeConnector.StartAsync();
        string url = other.Url;
        await other.DisposeAsync();
        Dictionary<string, object?> activity = bot.Activity("can i return a dress", "down");
        activity["serviceUrl"] = url;
        using HttpResponseMessage accepted = await bot.PostAsync(activity, bot.Authority.Token(url));
        await Visitor.UntilAsync(async () => await bot.Service.Get<IOutboxStore>().ListAsync(OutboxStatus.Due, 1, default), rows => rows is [{ Attempts: > 0 }]);
        await using FakeConnector back = await FakeConnector.StartAsync(new Uri(url).Port);
        await back.ReceivedAsync(1);
        await bot.UntilRowsAsync("Sent", 1);
    }
}
