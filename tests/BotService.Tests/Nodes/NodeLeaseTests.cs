using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;

namespace SupportBot.BotService.Tests.Nodes;

public sealed class NodeLeaseTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-lease").FullName;

    [Fact]
    public async Task A_turn_left_pending_by_a_dead_node_is_finished_by_another_within_seconds()
    {
        await using RunningService node = await StartAsync();
        Visitor visitor = await node.VisitAsync();
        await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 1);

        // Another node stored the message and died.
        await node.Get<INodeStore>().BeginAsync("dead", default);
        Activity said = new() { Type = "message", Text = "return policy please", ChannelId = ConversationKey.DirectLine, From = new ChannelAccount { Id = "dl_x" }, Conversation = new ConversationAccount { Id = visitor.ConversationId } };
        await node.Get<IConversationStore>().AppendAsync(new Append { ConversationId = visitor.ConversationId, Messages = [StoredActivity.ToMessage(said, Sender.Shopper) with { TurnPending = true }] }, default);

        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 3);
        Assert.Equal(all[1].GetProperty("id").GetString(), Visitor.ReplyTo(all[2]));
        Assert.DoesNotContain(await node.Get<INodeStore>().ListAsync(default), lease => lease.Lease == "dead");
    }

    [Fact]
    public async Task A_node_taken_for_dead_begins_anew_and_goes_on()
    {
        await using RunningService node = await StartAsync();
        Visitor visitor = await node.VisitAsync();
        string before = node.Get<NodeLease>().Current;
        await Visitor.UntilAsync(
            async () =>
            {
                NodeBeat? beat = (await node.Get<INodeStore>().ListAsync(default)).Cast<NodeBeat?>().FirstOrDefault(lease => lease?.Lease == before);
                return beat is null || await node.Get<INodeStore>().EndAsync(beat.Value, default);
            },
            ended => ended);
        await Visitor.UntilAsync(() => Task.FromResult(node.Get<NodeLease>().Current), now => now != before);
        await visitor.AskAsync("return policy please");
    }

    [Fact]
    public async Task A_node_that_stops_leaves_no_lease_behind()
    {
        await using RunningService stays = await StartAsync(missedBeats: 100);
        RunningService leaves = await StartAsync(missedBeats: 100);
        Assert.Equal(2, (await stays.Get<INodeStore>().ListAsync(default)).Count);
        await leaves.DisposeAsync();
        Assert.Equal(stays.Get<NodeLease>().Current, Assert.Single(await stays.Get<INodeStore>().ListAsync(default)).Lease);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private Task<RunningService> StartAsync(int missedBeats = 4) => RunningService.StartAsync(directory, "--Nodes:Beat", "00:00:00.050", "--Nodes:MissedBeats", $"{missedBeats}");
}
