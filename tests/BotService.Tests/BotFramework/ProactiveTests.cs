using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class ProactiveTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static readonly Activity Said = new() { Type = "message", Text = "Your parcel has arrived.", TextFormat = "plain" };

    private readonly Bot bot = shared.Bot;

    private ProactiveMessages Proactive => bot.Service.Get<ProactiveMessages>();

    [Fact]
    public async Task A_foreign_conversation_is_continued_through_its_Connector_once_a_key()
    {
        await bot.SayAsync("can i return a dress", "p1");
        await bot.Connector.ReceivedAsync(1);
        ProactiveOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Proactive.SayAsync("test:p1", Said, "parcel-7", default)));
        Assert.Single(outcomes, outcome => outcome == ProactiveOutcome.Stored);
        Assert.Equal(9, outcomes.Count(outcome => outcome == ProactiveOutcome.Repeated));
        Assert.Equal(ProactiveOutcome.Changed, await Proactive.SayAsync("test:p1", Said with { Text = "Another" }, "parcel-7", default));

        ConnectorPost post = await Visitor.UntilAsync(() => Task.FromResult(bot.Connector.Calls.LastOrDefault(call => call.Text == Said.Text)!), found => found is not null);
        Assert.Equal("/v3/conversations/p1/activities", post.Target);
        Assert.Equal(("28:bot", "29:shopper"), (post.Body.GetProperty("from").GetProperty("id").GetString(), post.Body.GetProperty("recipient").GetProperty("id").GetString()));
        Assert.Equal("test", post.Body.GetProperty("channelId").GetString());
        await bot.UntilRowsAsync("Due", 0);
        Assert.Single(bot.Connector.Calls, call => call.Text == Said.Text);
        Assert.DoesNotContain(await LogAsync("test:p1"), message => System.Text.Encoding.UTF8.GetString(message.Body).Contains("ContinueConversation", StringComparison.Ordinal));

        // The bot still knows what was said before, and answers on.
        await bot.SayAsync("how long does delivery take", "p1");
        await Visitor.UntilAsync(() => Task.FromResult(bot.Connector.Calls), calls => calls.Any(call => call.Text?.Contains("working days", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task The_reference_is_kept_current()
    {
        await bot.SayAsync("hello", "p2");
        Dictionary<string, object?> moved = bot.Activity("hello again", "p2");
        moved["from"] = new { id = "29:renamed" };
        using HttpResponseMessage accepted = await bot.PostAsync(moved);
        Conversation conversation = (await bot.Service.Get<IConversationStore>().FindAsync("test:p2", default))!;
        JsonElement reference = JsonDocument.Parse(conversation.Reference!).RootElement;
        Assert.Equal("29:renamed", reference.GetProperty("user").GetProperty("id").GetString());
        Assert.Equal((bot.Connector.Url, "test", "p2", "28:bot", "en-GB"), (
            reference.GetProperty("serviceUrl").GetString(),
            reference.GetProperty("channelId").GetString(),
            reference.GetProperty("conversation").GetProperty("id").GetString(),
            reference.GetProperty("bot").GetProperty("id").GetString(),
            reference.GetProperty("locale").GetString()));
        Assert.False(reference.TryGetProperty("activityId", out _));
    }

    [Fact]
    public async Task A_Direct_Line_client_reads_it_from_its_feed()
    {
        Visitor visitor = await bot.Service.VisitAsync();
        Assert.Equal(ProactiveOutcome.Stored, await Proactive.SayAsync(visitor.ConversationId, Said, null, default));
        JsonElement read = Assert.Single(await visitor.ReadAsync(), activity => activity.GetProperty("text").GetString() == Said.Text);
        Assert.Equal("supportbot", read.GetProperty("from").GetProperty("id").GetString());
        Assert.Null(Visitor.ReplyTo(read));
        Assert.Contains("30 days", (await visitor.AskAsync("can i return a dress")).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_reached_or_an_agent_speaks_nothing_is_said()
    {
        Assert.Equal(ProactiveOutcome.Missing, await Proactive.SayAsync("test:nobody", Said, null, default));
        IConversationStore store = bot.Service.Get<IConversationStore>();
        NewMessage message = StoredActivity.ToMessage(Said, Sender.Shopper);
        await store.AppendAsync(new Append { ConversationId = "test:p3", Opening = new Opening("test", "u"), Messages = [message] }, default);
        Assert.Equal(ProactiveOutcome.Unreachable, await Proactive.SayAsync("test:p3", Said, null, default));
        await store.AppendAsync(new Append { ConversationId = "test:p3", Move = new Move(MoveKind.TakeOver, "colleague") }, default);
        Assert.Equal(ProactiveOutcome.AgentSpeaks, await Proactive.SayAsync("test:p3", Said, null, default));
    }

    private async Task<IReadOnlyList<Message>> LogAsync(string conversation) => await bot.Service.Get<IConversationStore>().ReadAsync(conversation, 0, 1_000, default);
}
