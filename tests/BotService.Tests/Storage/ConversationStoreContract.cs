using System.Text;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IConversationStore"/> promises.</summary>
public abstract class ConversationStoreContract
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"type\":\"message\"}");

    private protected abstract IConversationStore Store { get; }

    [Fact]
    public async Task Sequences_are_gapless_and_times_strictly_rise_under_concurrent_appends()
    {
        string id = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Store.AppendAsync(Say(id), default)));
        IReadOnlyList<Message> log = await Store.ReadAsync(id, 0, 1_000, default);
        Assert.Equal(Enumerable.Range(1, 501).Select(number => (long)number), log.Select(message => message.Sequence));
        Assert.Equal(501, log.Select(message => message.At).Distinct().Count());
        Assert.Equal(log.Select(message => message.At).Order(), log.Select(message => message.At));
    }

    [Fact]
    public async Task The_ends_of_many_conversations_are_read_at_once_and_unknown_ones_left_out()
    {
        string[] ids = [await OpenAsync(), await OpenAsync(), "unknown"];
        await Store.AppendAsync(Say(ids[1]), default);
        IReadOnlyList<(string ConversationId, long LastSequence)> ends = await Store.LastSequencesAsync(ids, default);
        Assert.Equal(new[] { (ids[0], 1L), (ids[1], 2L) }.Order(), ends.Order());
    }

    [Fact]
    public async Task Parts_of_many_logs_are_read_at_once_in_the_order_asked()
    {
        string[] ids = [await OpenAsync(), await OpenAsync()];
        await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(0, 4).Select(_ => Store.AppendAsync(Say(id), default))));
        IReadOnlyList<Message> read = await Store.ReadAsync([new LogPart(ids[1], 4, 9), new LogPart("unknown", 1, 9), new LogPart(ids[0], 2, 3), new LogPart(ids[1], 1, 1)], default);
        Assert.Equal([(ids[1], 4L), (ids[1], 5L), (ids[0], 2L), (ids[0], 3L), (ids[1], 1L)], read.Select(message => (message.ConversationId, message.Sequence)));
    }

    [Fact]
    public async Task A_repeated_client_id_gets_the_first_sequence_and_writes_nothing()
    {
        string id = await OpenAsync();
        AppendResult first = await Store.AppendAsync(Say(id, "c", 1), default);
        AppendResult again = await Store.AppendAsync(Say(id, "c", 1), default);
        AppendResult changed = await Store.AppendAsync(Say(id, "c", 2), default);
        Assert.Equal((AppendOutcome.Stored, AppendOutcome.Repeated, AppendOutcome.Changed), (first.Outcome, again.Outcome, changed.Outcome));
        Assert.Equal(first.FirstSequence, again.FirstSequence);
        Assert.Equal(2, (await Store.ReadAsync(id, 0, 10, default)).Count);
        Assert.Equal(2, (await Store.FindAsync(id, default))!.LastSequence);
    }

    [Fact]
    public async Task Of_many_turns_on_one_version_exactly_one_is_stored()
    {
        string id = await OpenAsync();
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Store.AppendAsync(Turn(id, 0, $"{number}"), default)));
        Assert.Single(results, result => result.Outcome == AppendOutcome.Stored);
        Assert.All(results.Where(result => result.Outcome != AppendOutcome.Stored), result => Assert.Equal(AppendOutcome.Clash, result.Outcome));
        Conversation after = (await Store.FindAsync(id, default))!;
        Assert.Equal((1, Owner.Queue, 2), (after.Version, after.Owner, after.LastSequence));
    }

    [Fact]
    public async Task A_repeated_answer_is_a_repeat_and_not_a_clash()
    {
        string id = await OpenAsync();
        Append answer = Turn(id, 0, "s") with { Messages = [new NewMessage(Sender.Shopper, Body) { ClientId = "q", Fingerprint = 3 }, new NewMessage(Sender.Bot, Body) { ReplyTo = NewMessage.FirstOfThisAppend }] };
        AppendResult first = await Store.AppendAsync(answer, default);
        AppendResult again = await Store.AppendAsync(answer, default);
        Assert.Equal((AppendOutcome.Repeated, first.FirstSequence), (again.Outcome, again.FirstSequence));
        Message reply = Assert.Single(await Store.RepliesAsync(id, first.FirstSequence, default));
        Assert.Equal(first.FirstSequence + 1, reply.Sequence);
    }

    [Fact]
    public async Task A_pending_turn_is_found_until_it_is_answered()
    {
        string id = await OpenAsync();
        AppendResult said = await Store.AppendAsync(new Append { ConversationId = id, Messages = [new NewMessage(Sender.Shopper, Body) { TurnPending = true }] }, default);
        Assert.Contains(id, await Store.UnansweredAsync(1_000, default));
        Message pending = Assert.Single(await Store.PendingAsync(id, 10, default));
        await Store.AppendAsync(Turn(id, 0, "s") with { Turn = new TurnResult(0, [], Owner.Bot, [pending.Sequence]) }, default);
        Assert.Empty(await Store.PendingAsync(id, 10, default));
        Assert.DoesNotContain(id, await Store.UnansweredAsync(1_000, default));
        Assert.Equal(said.FirstSequence, pending.Sequence);
    }

    [Fact]
    public async Task An_unknown_conversation_is_missing_unless_opened()
    {
        Assert.Equal(AppendOutcome.Missing, (await Store.AppendAsync(Say("nobody"), default)).Outcome);
        Assert.Null(await Store.FindAsync("nobody", default));
        Append opened = Say(Guid.NewGuid().ToString()) with { Opening = new Opening("directline", "u", [1, 2]) };
        Assert.True((await Store.AppendAsync(opened, default)).Created);
        Assert.False((await Store.AppendAsync(opened with { Opening = new Opening("directline", "u", [3]) }, default)).Created);
        Assert.Equal([3], (await Store.FindAsync(opened.ConversationId, default))!.Reference);
    }

    [Fact]
    public async Task Bodies_files_and_channel_data_come_back_byte_for_byte()
    {
        string id = await OpenAsync();
        byte[] body = Encoding.UTF8.GetBytes("{\"text\":\"退货 👩‍👩‍👧 \\u0000\"}");
        string file = Guid.NewGuid().ToString();
        await Store.AppendAsync(new Append { ConversationId = id, Messages = [new NewMessage(Sender.Agent, body) { ChannelData = [0, 255], ClientId = "編號" }], Files = [new StoredFile(file, "image/png", "图.png", [9, 8])] }, default);
        Message stored = (await Store.ReadAsync(id, 1, 10, default)).Single();
        Assert.Equal((Sender.Agent, "編號", 0), (stored.Sender, stored.ClientId, stored.ReplyTo));
        Assert.Equal(body, stored.Body);
        Assert.Equal([0, 255], stored.ChannelData);
        StoredFile kept = (await Store.FileAsync(file, default))!;
        Assert.Equal(("image/png", "图.png"), (kept.ContentType, kept.Name));
        Assert.Equal([9, 8], kept.Content);
    }

    private static Append Say(string id, string? clientId = null, long fingerprint = 0) =>
        new() { ConversationId = id, Messages = [new NewMessage(Sender.Shopper, Body) { ClientId = clientId, Fingerprint = fingerprint }] };

    private static Append Turn(string id, long version, string state) =>
        new() { ConversationId = id, Messages = [new NewMessage(Sender.Bot, Body)], Turn = new TurnResult(version, Encoding.UTF8.GetBytes(state), Owner.Queue, []) };

    private async Task<string> OpenAsync()
    {
        string id = Guid.NewGuid().ToString();
        await Store.AppendAsync(Say(id) with { Opening = new Opening("directline", "dl_u") }, default);
        return id;
    }
}
