using System.Text;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Stream;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of the desk's stores promises: one owner, true presence, a queue that keeps its word.</summary>
public abstract class QueueStoreContract
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"x\"}");

    private protected abstract IConversationStore Conversations { get; }

    private protected abstract IQueueStore Queue { get; }

    private protected abstract IAgentStore Agents { get; }

    private protected abstract IDeskStore Desk { get; }

    private protected abstract IDeskJournal Journal { get; }

    private protected abstract ManualTime Time { get; }

    private protected abstract DeskOptions Options { get; }

    private protected abstract Task HireAsync(string id, StaffWork work);

    [Fact]
    public async Task Of_many_agents_who_claim_one_conversation_exactly_one_has_it()
    {
        for (int agent = 0; agent < 8; agent++)
        {
            await ArriveAsync($"a{agent}", capacity: 100);
        }

        for (int race = 0; race < 25; race++)
        {
            string id = await QueuedAsync();
            AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(agent => Conversations.AppendAsync(new Append { ConversationId = id, Messages = [Says(Sender.Bot)], Move = new Move(MoveKind.Claim, $"a{agent}") }, default)));
            int winner = Assert.Single(Enumerable.Range(0, 8), agent => results[agent].Outcome == AppendOutcome.Stored);
            Assert.All(results.Where(result => result.Outcome != AppendOutcome.Stored), result => Assert.Equal((AppendOutcome.Refused, MoveRefusal.Taken, $"a{winner}"), (result.Outcome, result.Refusal, result.HeldBy)));
            Assert.Equal((Owner.Agent, $"a{winner}"), await HolderAsync(id));
            AppendResult bot = await Conversations.AppendAsync(new Append { ConversationId = id, Messages = [Says(Sender.Bot)], Turn = new TurnResult(1, [], Owner.Queue, []) }, default);
            Assert.Equal(AppendOutcome.Clash, bot.Outcome);
        }
    }

    [Fact]
    public async Task Of_many_claims_of_one_agent_made_together_only_as_many_are_granted_as_they_may_have()
    {
        await ArriveAsync("a", capacity: 3);
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => QueuedAsync()));
        AppendResult[] results = await Task.WhenAll(ids.Select(id => MoveAsync(id, new Move(MoveKind.Claim, "a"))));
        Assert.Equal(3, results.Count(result => result.Outcome == AppendOutcome.Stored));
        Assert.All(results.Where(result => result.Outcome != AppendOutcome.Stored), result => Assert.Equal(MoveRefusal.AtCapacity, result.Refusal));
        Assert.Equal(new DeskCounts(3, 27, 30, 0), await Desk.CountAsync("a", default));
    }

    [Fact]
    public async Task Writes_made_together_follow_one_another_in_each_conversation()
    {
        await ArriveAsync("a");
        string id = await QueuedAsync();
        await MoveAsync(id, new Move(MoveKind.Claim, "a"));
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Conversations.AppendAsync(
            new Append { ConversationId = id, Messages = [Says(Sender.Agent) with { ClientId = $"{number % 10}" }], Move = new Move(MoveKind.Reply, "a") }, default)));
        Assert.Equal((10, 10), (results.Count(result => result.Outcome == AppendOutcome.Stored), results.Count(result => result.Outcome == AppendOutcome.Repeated)));
        Assert.Equal(10, results.Select(result => result.FirstSequence).Distinct().Count());
    }

    [Fact]
    public async Task A_free_agent_is_offered_the_next_and_nobody_beyond_their_capacity()
    {
        await ArriveAsync("a", capacity: 2);
        string[] waiting = [await QueuedAsync(), await QueuedAsync(), await QueuedAsync()];
        QueueTending tending = await Queue.TendAsync(default);
        Assert.Equal(waiting[..2], tending.Offers.Select(offer => offer.ConversationId));
        Assert.Empty((await Queue.TendAsync(default)).Offers);
        Assert.Equal(MoveRefusal.AtCapacity, (await MoveAsync(waiting[2], new Move(MoveKind.Claim, "a"))).Refusal);
        await MoveAsync(waiting[0], new Move(MoveKind.Accept, "a"));
        await MoveAsync(waiting[0], new Move(MoveKind.Resolve, "a"));
        Assert.Equal(waiting[2], Assert.Single((await Queue.TendAsync(default)).Offers).ConversationId);
    }

    [Fact]
    public async Task An_offer_not_accepted_moves_on_and_its_agent_is_away()
    {
        await ArriveAsync("a");
        string id = await QueuedAsync();
        QueueTending offered = await Queue.TendAsync(default);
        Assert.Equal(Time.GetUtcNow() + Options.AcceptWithin, offered.NextDue);
        await ArriveAsync("b");
        Time.Advance(Options.AcceptWithin);
        await Agents.RenewAsync(["a", "b"], [], Options.ThereFor, default);
        Assert.Equal(new Match(id, "b"), Assert.Single((await Queue.TendAsync(default)).Offers));
        Assert.Equal(PresenceState.Away, (await Agents.ListAsync(default)).Single(agent => agent.Id == "a").State);
        Assert.Equal(MoveRefusal.OfferGone, (await MoveAsync(id, new Move(MoveKind.Accept, "a"))).Refusal);
    }

    [Fact]
    public async Task Who_is_not_there_is_offered_nothing()
    {
        await ArriveAsync("gone");
        await HireAsync("busy", new StaffWork());
        await Agents.SetAsync("busy", PresenceState.Busy, Options.ThereFor, default);
        Time.Advance(Options.ThereFor);
        string id = await QueuedAsync();
        Assert.Empty((await Queue.TendAsync(default)).Offers);
        Assert.Equal(PresenceState.Off, (await Agents.ListAsync(default)).Single(agent => agent.Id == "gone").State);
        await Agents.RenewAsync(["gone"], [], Options.ThereFor, default);
        Assert.Equal(new Match(id, "gone"), Assert.Single((await Queue.TendAsync(default)).Offers));
    }

    [Fact]
    public async Task What_a_vanished_agent_had_goes_to_the_head_of_the_queue_after_the_grace_time()
    {
        await ArriveAsync("a");
        string held = await QueuedAsync();
        await MoveAsync(held, new Move(MoveKind.Claim, "a"));
        Time.Advance(TimeSpan.FromSeconds(5));
        string behind = await QueuedAsync();
        Time.Advance(Options.ThereFor + Options.Grace - TimeSpan.FromSeconds(6));
        await Queue.TendAsync(default);
        Assert.Equal((Owner.Agent, "a"), await HolderAsync(held));
        Time.Advance(TimeSpan.FromSeconds(1));
        await Queue.TendAsync(default);
        Assert.Equal(Owner.Queue, (await HolderAsync(held)).Owner);
        Assert.Equal([held, behind], (await Queue.ViewAsync(default)).Places.Select(place => place.ConversationId));
        Assert.Equal(MoveRefusal.NotYours, (await MoveAsync(held, new Move(MoveKind.Reply, "a"))).Refusal);
    }

    [Fact]
    public async Task The_log_tells_to_whom_it_was_offered_and_who_let_it_pass()
    {
        await ArriveAsync("a");
        string id = await QueuedAsync();
        await Queue.TendAsync(default);
        Time.Advance(Options.AcceptWithin);
        await Queue.TendAsync(default);
        DeskMark?[] marks = [.. (await Conversations.ReadAsync(id, 2, 10, default)).Where(message => message.Sender == Sender.Note).Select(DeskMark.Read)];
        Assert.Equal([("offered", "a", null), ("missed", null, "a")], marks.Select(mark => (mark?.Kind, mark?.To, mark?.Actor)));
    }

    [Fact]
    public async Task A_silent_agent_becomes_away()
    {
        await ArriveAsync("a");
        Time.Advance(Options.IdleAfter);
        await Agents.RenewAsync(["a"], [], Options.ThereFor, default);
        await Queue.TendAsync(default);
        Assert.Equal(PresenceState.Away, Assert.Single(await Agents.ListAsync(default)).State);
    }

    [Fact]
    public async Task A_snoozed_conversation_comes_back_at_its_time()
    {
        await ArriveAsync("a");
        string id = await QueuedAsync();
        await MoveAsync(id, new Move(MoveKind.Claim, "a"));
        await MoveAsync(id, new Move(MoveKind.Snooze, "a") { Until = Time.GetUtcNow().AddSeconds(10) });
        Assert.Equal(Time.GetUtcNow().AddSeconds(10), (await Queue.TendAsync(default)).NextDue);
        Time.Advance(TimeSpan.FromSeconds(10));
        await Queue.TendAsync(default);
        DeskConversation back = Assert.Single(await Desk.FindAsync([id], "a", default));
        Assert.Equal((Owner.Agent, AssignmentStatus.Open), (back.Assignment.Owner, back.Assignment.Status));
    }

    [Fact]
    public async Task Lists_counts_and_unread_messages_follow_every_write()
    {
        await ArriveAsync("a");
        string waiting = await QueuedAsync();
        string mine = await QueuedAsync();
        await MoveAsync(mine, new Move(MoveKind.Claim, "a"));
        AppendResult said = await Conversations.AppendAsync(new Append { ConversationId = mine, Messages = [Says(Sender.Shopper) with { TurnPending = true }] }, default);
        Assert.Empty(await Conversations.PendingAsync(mine, 10, default));
        Assert.Equal(new DeskCounts(1, 1, 2, 0), await Desk.CountAsync("a", default));
        Assert.Equal(waiting, Assert.Single(await Desk.ListAsync(new DeskFilter { View = DeskView.Unassigned }, "a", 10, default)).Id);
        DeskConversation listed = Assert.Single(await Desk.ListAsync(new DeskFilter { View = DeskView.Mine }, "a", 10, default));
        Assert.Equal((mine, 1, said.FirstSequence), (listed.Id, listed.Unread, listed.Last!.Sequence));
        await Desk.MarkReadAsync(mine, "a", said.FirstSequence, default);
        Assert.Equal(0, Assert.Single(await Desk.ListAsync(new DeskFilter { View = DeskView.Mine, Sort = DeskSort.Waiting }, "a", 10, default)).Unread);
        Assert.Equal(said.FirstSequence, await Desk.ReadToAsync(mine, "a", default));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_without_gaps_or_repeats()
    {
        for (int number = 0; number < 25; number++)
        {
            await QueuedAsync();
        }

        foreach (DeskSort sort in Enum.GetValues<DeskSort>())
        {
            List<string> seen = [];
            DeskCursor? after = null;
            IReadOnlyList<DeskConversation> page;
            do
            {
                page = await Desk.ListAsync(new DeskFilter { View = DeskView.All, Sort = sort, After = after }, "a", 7, default);
                seen.AddRange(page.Select(row => row.Id));
                after = page.Count == 0 ? null : new DeskCursor(page[^1].Key, page[^1].Id);
            }
            while (page.Count == 7);
            Assert.Equal(25, seen.Distinct().Count());
            Assert.Equal(25, seen.Count);
        }
    }

    [Fact]
    public async Task The_journal_has_every_write_in_order_without_gaps_and_its_newest_stays()
    {
        await ArriveAsync("a");
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => QueuedAsync()));
        (long oldest, long newest) = await Journal.EndsAsync(default);
        IReadOnlyList<DeskEvent> rows = await Journal.ReadAsync(oldest - 1, 1_000, default);
        Assert.Equal(Enumerable.Range(0, (int)(newest - oldest) + 1).Select(index => oldest + index), rows.Select(row => row.Id));
        Assert.Empty(ids.Except(rows.Select(row => row.ConversationId)));
        await Journal.TrimAsync(Time.GetUtcNow().AddDays(1), default);
        Assert.Equal((newest, newest), await Journal.EndsAsync(default));
    }

    [Fact]
    public async Task A_conversation_the_bot_has_leaves_no_trace_at_the_desk()
    {
        (_, long before) = await Journal.EndsAsync(default);
        string id = Guid.NewGuid().ToString();
        AppendResult opened = await Conversations.AppendAsync(new Append { ConversationId = id, Opening = new Opening("directline", "u"), Messages = [Says(Sender.Shopper) with { TurnPending = true }] }, default);
        AppendResult answered = await Conversations.AppendAsync(new Append { ConversationId = id, Messages = [Says(Sender.Bot)], Turn = new TurnResult(0, [], Owner.Bot, [1]) }, default);
        Assert.Equal((DeskNews.None, DeskNews.None), (opened.News, answered.News));
        Assert.Equal(before, (await Journal.EndsAsync(default)).Newest);
    }

    [Fact]
    public async Task A_conversation_given_back_asks_the_bot_for_what_nobody_has_answered_and_nothing_else()
    {
        await ArriveAsync("a");
        string id = await QueuedAsync();
        await MoveAsync(id, new Move(MoveKind.Claim, "a"));
        AppendResult said = await Conversations.AppendAsync(new Append { ConversationId = id, Messages = [Says(Sender.Shopper) with { TurnPending = true }] }, default);
        await MoveAsync(id, new Move(MoveKind.Return, "a") { Seen = said.FirstSequence });
        Assert.Equal(said.FirstSequence, Assert.Single(await Conversations.PendingAsync(id, 10, default)).Sequence);
    }

    [Fact]
    public async Task Whoever_takes_a_conversation_has_what_the_bot_has_not_answered_yet()
    {
        await ArriveAsync("a");
        string id = Guid.NewGuid().ToString();
        await Conversations.AppendAsync(new Append { ConversationId = id, Opening = new Opening("directline", "dl_u"), Messages = [Says(Sender.Shopper) with { TurnPending = true }] }, default);
        await MoveAsync(id, new Move(MoveKind.Claim, "a"));
        Assert.Empty(await Conversations.PendingAsync(id, 10, default));
        Assignment taken = Assert.Single(await Desk.FindAsync([id], "a", default)).Assignment;
        Assert.Equal((Time.GetUtcNow(), 1), (taken.WaitingSince, taken.WaitingSequence));
    }

    private protected async Task ArriveAsync(string id, int? capacity = null)
    {
        await HireAsync(id, new StaffWork { Capacity = capacity });
        await Agents.SetAsync(id, PresenceState.On, Options.ThereFor, default);
    }

    private Task<AppendResult> MoveAsync(string id, Move move) => Conversations.AppendAsync(new Append { ConversationId = id, Move = move }, default);

    private async Task<(Owner Owner, string? AgentId)> HolderAsync(string id)
    {
        DeskConversation found = Assert.Single(await Desk.FindAsync([id], null, default));
        Assert.Equal(found.Assignment.Owner, (await Conversations.FindAsync(id, default))!.Owner);
        return (found.Assignment.Owner, found.Assignment.AgentId);
    }

    private async Task<string> QueuedAsync()
    {
        string id = Guid.NewGuid().ToString();
        await Conversations.AppendAsync(new Append { ConversationId = id, Opening = new Opening("directline", "dl_u"), Messages = [Says(Sender.Shopper) with { TurnPending = true }] }, default);
        await Conversations.AppendAsync(new Append { ConversationId = id, Messages = [Says(Sender.Bot) with { ReplyTo = 1 }], Turn = new TurnResult(0, [], Owner.Queue, [1]) { HandOff = new HandOff("asked", "en", null) } }, default);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        return id;
    }

    private static NewMessage Says(Sender sender) => new(sender, Body);
}
