using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Channels.DirectLine;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class SocketTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task A_socket_gets_echo_and_reply_in_order_with_rising_sequence_ids()
    {
        Visitor visitor = await Service.VisitAsync();
        using ClientWebSocket socket = await visitor.ConnectAsync();
        await visitor.SayAsync("how long does delivery take", "c1");
        JsonElement[] got = await CollectAsync(socket, 3);
        Assert.Equal(["bot", "user", "bot"], got.Select(activity => activity.GetProperty("from").GetProperty("role").GetString()));
        Assert.Equal("c1", got[1].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(got[1].GetProperty("id").GetString(), Visitor.ReplyTo(got[2]));
        long[] sequence = [.. got.Select(activity => activity.GetProperty("channelData").GetProperty("webchat:sequence-id").GetInt64())];
        Assert.Equal(sequence.Order(), sequence);
        Assert.Equal(3, got.Select(activity => activity.GetProperty("timestamp").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Every_socket_of_a_conversation_gets_everything()
    {
        Visitor visitor = await Service.VisitAsync();
        ClientWebSocket[] sockets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.ConnectAsync()));
        await visitor.SayAsync("return policy please");
        JsonElement[][] all = await Task.WhenAll(sockets.Select(socket => CollectAsync(socket, 3)));
        Assert.Single(all.Select(got => string.Join('|', got.Select(activity => activity.GetProperty("id").GetString()))).Distinct());
        Assert.All(sockets, socket => socket.Dispose());
    }

    [Fact]
    public async Task A_socket_opened_at_a_watermark_misses_nothing_and_repeats_nothing()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("return policy please");
        using ClientWebSocket socket = await visitor.ConnectAsync("3");
        JsonElement[] got = await CollectAsync(socket, 1);
        Assert.EndsWith("|0000004", got[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Single(got);
    }

    [Fact]
    public async Task Every_frame_holds_one_activity_so_that_the_official_client_cannot_mix_two()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("return policy please");
        using ClientWebSocket socket = await visitor.ConnectAsync();
        for (int frame = 0; frame < 3; frame++)
        {
            Assert.Single(await Visitor.ReceiveAsync(socket));
        }
    }

    [Fact]
    public async Task Typing_is_shown_and_not_stored()
    {
        Visitor visitor = await Service.VisitAsync();
        using ClientWebSocket socket = await visitor.ConnectAsync();
        await CollectAsync(socket, 1);
        await visitor.PostAsync(new { type = "typing" });
        JsonElement[] got = await CollectAsync(socket, 1);
        Assert.Equal("typing", got[0].GetProperty("type").GetString());
        Assert.Single(await visitor.ReadAsync());
    }

    [Fact]
    public async Task A_socket_let_in_just_before_the_node_stops_is_sent_away_too()
    {
        await using RunningService stopping = await RunningService.StartAsync();
        using LateSocket late = new();
        await stopping.Get<Drain>().StoppingAsync(default);
        Assert.True(stopping.Get<SocketRegistry>().TryAdd(new ActivitySocket(late, "late", 0, stopping.Get<IConversationStore>(), TimeSpan.FromSeconds(5))));
        Assert.Equal((WebSocketCloseStatus)1012, await late.Closed.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_stopping_node_sends_its_sockets_away()
    {
        RunningService stopping = await RunningService.StartAsync();
        Visitor visitor = await stopping.VisitAsync();
        using ClientWebSocket socket = await visitor.ConnectAsync();
        await CollectAsync(socket, 1);
        ValueTask stopped = stopping.DisposeAsync();
        WebSocketReceiveResult last = await socket.ReceiveAsync(new byte[1024], CancellationToken.None);
        Assert.Equal((WebSocketMessageType.Close, (WebSocketCloseStatus)1012), (last.MessageType, last.CloseStatus));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopped;
    }

    private static async Task<JsonElement[]> CollectAsync(ClientWebSocket socket, int count)
    {
        List<JsonElement> got = [];
        while (got.Count < count)
        {
            got.AddRange(await Visitor.ReceiveAsync(socket));
        }

        return [.. got];
    }
}
