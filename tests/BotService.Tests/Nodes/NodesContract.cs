using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.BotService.Tests.Nodes;

/// <summary>What two nodes on one database promise whether Redis is there or not. Clients go to either node.</summary>
public abstract class NodesContract : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-nodes").FullName;

    private protected RunningService One { get; private set; } = null!;

    private protected RunningService Other { get; private set; } = null!;

    private protected abstract string Redis { get; }

    public async Task InitializeAsync()
    {
        await BeginAsync();
        One = await StartAsync();
        Other = await StartAsync();
        await ReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await Other.DisposeAsync();
        await One.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task What_is_posted_to_one_node_reaches_a_socket_on_the_other()
    {
        Visitor visitor = await One.VisitAsync();
        using ClientWebSocket socket = await OnOther(visitor).ConnectAsync();
        await visitor.SayAsync("return policy please", "c1");
        List<string> got = [];
        while (got.Count < 3)
        {
            got.AddRange((await Visitor.ReceiveAsync(socket)).Select(activity => activity.GetProperty("id").GetString()!));
        }

        Assert.Equal([2, 3, 4], got.Select(id => int.Parse(id.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_conversation_that_changes_its_node_with_every_message_is_answered_once_each_time()
    {
        Visitor visitor = await One.VisitAsync();
        Visitor other = OnOther(visitor);
        for (int round = 0; round < 6; round++)
        {
            await (round % 2 == 0 ? visitor : other).AskAsync("return policy please");
        }

        JsonElement[] log = await visitor.ReadAsync();
        string?[] answered = [.. log.Select(Visitor.ReplyTo).OfType<string>()];
        Assert.Equal(6, answered.Length);
        Assert.Equal(6, answered.Distinct().Count());
    }

    [Fact]
    public async Task The_same_message_sent_to_both_nodes_at_once_is_one_row_with_equal_answers()
    {
        Visitor visitor = await One.VisitAsync();
        Visitor other = OnOther(visitor);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => (number % 2 == 0 ? visitor : other).SayAsync("return policy please", "same")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        string[] bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct());
        using HttpResponseMessage changed = await other.SayAsync("something else", "same");
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        JsonElement[] log = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 3);
        Assert.Equal(3, log.Length);
    }

    private protected Visitor OnOther(Visitor visitor) =>
        new(Other, JsonSerializer.SerializeToElement(new { conversationId = visitor.ConversationId, token = visitor.Token, resume = visitor.Resume }));

    private protected virtual Task BeginAsync() => Task.CompletedTask;

    private protected virtual Task ReadyAsync() => Task.CompletedTask;

    private protected async Task<string> HealthAsync(RunningService node)
    {
        using HttpResponseMessage ready = await node.Http.GetAsync("/health/ready");
        return $"{(int)ready.StatusCode} {await ready.Content.ReadAsStringAsync()}";
    }

    private Task<RunningService> StartAsync() => RunningService.StartAsync(directory, "--Data:Redis", Redis, "--Limits:VisitorBurst", "150", "--Limits:VisitorPerSecond", "1");
}
