using System.Text;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Conversations.Nodes;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="INodeStore"/> promises, with the appends that stand under a lease.</summary>
public abstract class NodeStoreContract
{
    private protected abstract INodeStore Nodes { get; }

    private protected abstract IConversationStore Conversations { get; }

    [Fact]
    public async Task A_lease_lasts_while_it_beats()
    {
        await Nodes.BeginAsync("one", default);
        Assert.True(await Nodes.BeatAsync("one", default));
        Assert.Equal(new NodeBeat("one", 1), Assert.Single(await Nodes.ListAsync(default)));
    }

    [Fact]
    public async Task A_lease_that_has_beaten_since_it_was_looked_at_is_not_ended()
    {
        await Nodes.BeginAsync("one", default);
        NodeBeat seen = Assert.Single(await Nodes.ListAsync(default));
        await Nodes.BeatAsync("one", default);
        Assert.False(await Nodes.EndAsync(seen, default));
        Assert.True(await Nodes.BeatAsync("one", default));
    }

    [Fact]
    public async Task Of_many_that_end_a_lease_one_has_ended_it_and_it_beats_no_more()
    {
        await Nodes.BeginAsync("one", default);
        bool[] ended = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Nodes.EndAsync(new NodeBeat("one", 0), default)));
        Assert.Single(ended, won => won);
        Assert.False(await Nodes.BeatAsync("one", default));
    }

    [Fact]
    public async Task What_was_decided_under_a_lease_that_has_ended_is_not_written()
    {
        await Nodes.BeginAsync("one", default);
        Append append = new() { ConversationId = Guid.NewGuid().ToString("N"), Opening = new Opening("directline", null), Messages = [new NewMessage(Sender.Bot, Encoding.UTF8.GetBytes("{}"))], Lease = "one" };
        Assert.Equal(AppendOutcome.Stored, (await Conversations.AppendAsync(append, default)).Outcome);
        await Nodes.EndAsync(new NodeBeat("one", 0), default);
        Assert.Equal(AppendOutcome.Clash, (await Conversations.AppendAsync(append, default)).Outcome);
        Assert.Equal(AppendOutcome.Stored, (await Conversations.AppendAsync(append with { Lease = null }, default)).Outcome);
        Assert.Equal(2, (await Conversations.ReadAsync(append.ConversationId, 0, 10, default)).Count);
    }

    [Fact]
    public async Task A_hand_off_decided_under_a_lease_that_has_ended_is_not_made()
    {
        await Nodes.BeginAsync("one", default);
        string id = Guid.NewGuid().ToString("N");
        Append handOff = new() { ConversationId = id, Opening = new Opening("directline", null), Messages = [new NewMessage(Sender.Bot, Encoding.UTF8.GetBytes("{}"))], Turn = new TurnResult(0, [], Owner.Queue, []), Lease = "one" };
        await Nodes.EndAsync(new NodeBeat("one", 0), default);
        Assert.Equal(AppendOutcome.Clash, (await Conversations.AppendAsync(handOff, default)).Outcome);
        await Conversations.AppendAsync(new Append { ConversationId = id, Opening = new Opening("directline", null), Messages = handOff.Messages }, default);
        Assert.Equal(AppendOutcome.Clash, (await Conversations.AppendAsync(handOff, default)).Outcome);
        Assert.Equal(AppendOutcome.Refused, (await Conversations.AppendAsync(new Append { ConversationId = id, Move = new Move(MoveKind.Announce) }, default)).Outcome);
        Assert.Equal(AppendOutcome.Clash, (await Conversations.AppendAsync(new Append { ConversationId = id, Move = new Move(MoveKind.TakeOver, "a"), Lease = "one" }, default)).Outcome);
        Assert.Equal((0, Owner.Bot), ((await Conversations.FindAsync(id, default))!.Version, (await Conversations.FindAsync(id, default))!.Owner));
    }
}
