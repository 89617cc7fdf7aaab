using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IOutboxStore"/> promises.</summary>
public abstract class OutboxStoreContract
{
    private const string Kind = "test";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private protected abstract IConversationStore Conversations { get; }

    private protected abstract IOutboxStore Outbox { get; }

    private protected abstract IAuditLog Audit { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task Of_each_conversation_only_the_oldest_open_row_is_handed_out()
    {
        await WriteAsync("a", 3);
        await WriteAsync("b", 1);
        IReadOnlyList<OutboxRow> first = await ClaimAsync();
        Assert.Equal(["a", "b"], first.Select(row => row.ConversationId));
        Assert.Empty(await ClaimAsync());

        await SettleAsync(first[0], OutboxStatus.Sent);
        OutboxRow second = Assert.Single(await ClaimAsync());
        Assert.Equal(("a", first[0].Sequence + 1), (second.ConversationId, second.Sequence));
    }

    [Fact]
    public async Task Many_claimers_at_once_share_the_rows_without_overlap()
    {
        for (int number = 0; number < 40; number++)
        {
            await WriteAsync($"c{number}", 1);
        }

        OutboxClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Outbox.ClaimAsync(Kind, 5, Lease, false, default)));
        long[] ids = [.. claims.SelectMany(claim => claim.Rows).Select(row => row.Id)];
        Assert.Equal((40, 40), (ids.Length, ids.Distinct().Count()));
        Assert.All(claims, claim => Assert.True(claim.Rows.Count <= 5));
    }

    [Fact]
    public async Task A_row_put_off_holds_up_its_conversation_and_is_due_again_in_time()
    {
        await WriteAsync("a", 2);
        OutboxRow row = (await ClaimAsync())[0];
        DateTimeOffset due = Time.GetUtcNow() + TimeSpan.FromSeconds(30);
        Assert.True(await Outbox.SettleAsync(row, new OutboxSettlement(OutboxStatus.Due, due, "HTTP 503"), default));
        OutboxClaim none = await Outbox.ClaimAsync(Kind, 10, Lease, false, default);
        Assert.Empty(none.Rows);
        Assert.Equal(due, none.NextDue);

        Time.Advance(TimeSpan.FromSeconds(30));
        OutboxRow again = Assert.Single(await ClaimAsync());
        Assert.Equal((row.Id, 2), (again.Id, again.Attempts));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_row_that_failed_for_good_lets_the_next_pass(int status)
    {
        await WriteAsync("a", 2);
        OutboxRow row = (await ClaimAsync())[0];
        await SettleAsync(row, (OutboxStatus)status, "why");
        Assert.Equal(row.Sequence + 1, Assert.Single(await ClaimAsync()).Sequence);
        OutboxEntry failed = Assert.Single(await Outbox.ListAsync((OutboxStatus)status, 10, default));
        Assert.Equal((row.Id, "why"), (failed.Id, failed.Error));
    }

    [Fact]
    public async Task A_row_whose_sender_vanished_is_unknown_and_never_handed_out_again()
    {
        await WriteAsync("a", 1);
        OutboxRow row = (await ClaimAsync())[0];
        Time.Advance(Lease);
        OutboxClaim after = await Outbox.ClaimAsync(Kind, 10, Lease, false, default);
        Assert.Equal((1, 0), (after.Lost, after.Rows.Count));
        Assert.Single(await Outbox.ListAsync(OutboxStatus.Unknown, 10, default));

        // It was only slow: what it knows is better than not knowing.
        await SettleAsync(row, OutboxStatus.Sent);
        Assert.Empty(await Outbox.ListAsync(OutboxStatus.Unknown, 10, default));
        Time.Advance(Lease);
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task Whoever_claimed_it_before_cannot_settle_a_row()
    {
        await WriteAsync("a", 1);
        OutboxRow before = (await ClaimAsync())[0];
        await SettleAsync(before, OutboxStatus.Due);
        OutboxRow now = Assert.Single(await ClaimAsync());
        Assert.False(await Outbox.SettleAsync(before, new OutboxSettlement(OutboxStatus.Dead, Time.GetUtcNow()), default));
        await SettleAsync(now, OutboxStatus.Sent);
        Assert.False(await Outbox.SettleAsync(now, new OutboxSettlement(OutboxStatus.Due, Time.GetUtcNow()), default));
    }

    [Fact]
    public async Task Kinds_do_not_hold_each_other_up()
    {
        await WriteAsync("a", 1);
        await WriteAsync("a", 1, "other");
        Assert.Single(await ClaimAsync());
        Assert.Single((await Outbox.ClaimAsync("other", 10, Lease, false, default)).Rows);
    }

    [Fact]
    public async Task Work_that_may_be_repeated_falls_due_again_when_its_holder_is_lost()
    {
        await WriteAsync("a", 1);
        OutboxRow first = Assert.Single(await ClaimAsync());
        Time.Advance(Lease);
        OutboxClaim next = await Outbox.ClaimAsync(Kind, 10, Lease, true, default);
        Assert.Equal(1, next.Lost);
        OutboxRow again = Assert.Single(next.Rows);
        Assert.Equal((first.Id, 2), (again.Id, again.Attempts));
        Assert.False(await Outbox.SettleAsync(first, new OutboxSettlement(OutboxStatus.Sent, Time.GetUtcNow()), default));
    }

    [Fact]
    public async Task What_is_written_with_a_row_comes_with_it()
    {
        await WriteAsync("a", 1);
        Assert.Equal("1", System.Text.Encoding.UTF8.GetString(Assert.Single(await ClaimAsync()).Payload!));
    }

    [Fact]
    public async Task A_person_has_one_row_sent_which_its_first_sender_can_no_longer_settle()
    {
        await WriteAsync("a", 1);
        OutboxRow row = (await ClaimAsync())[0];
        await SettleAsync(row, OutboxStatus.Unknown, "why");
        Assert.Equal(1, await DecideAsync(new StuckRows(row.Id, null), send: true));
        Assert.False(await Outbox.SettleAsync(row, new OutboxSettlement(OutboxStatus.Sent, Time.GetUtcNow()), default));
        OutboxRow again = Assert.Single(await ClaimAsync());
        Assert.Equal((row.Id, 2), (again.Id, again.Attempts));
        await SettleAsync(again, OutboxStatus.Sent);
    }

    [Fact]
    public async Task A_person_drops_all_rows_of_a_status_and_they_are_never_sent()
    {
        await WriteAsync("a", 2);
        await WriteAsync("b", 1);
        IReadOnlyList<OutboxRow> rows = await ClaimAsync();
        await SettleAsync(rows[0], OutboxStatus.Dead);
        await SettleAsync(rows[1], OutboxStatus.Unknown);
        Assert.Equal(1, await DecideAsync(new StuckRows(null, OutboxStatus.Dead), send: false));
        Assert.Empty(await Outbox.ListAsync(OutboxStatus.Dead, 10, default));
        Assert.Single(await Outbox.ListAsync(OutboxStatus.Unknown, 10, default));
        Assert.Equal(rows[0].Id, Assert.Single(await Outbox.ListAsync(OutboxStatus.Dropped, 10, default)).Id);
        Assert.Equal(rows[0].Sequence + 1, Assert.Single(await ClaimAsync()).Sequence);
        Assert.Equal(0, await DecideAsync(new StuckRows(rows[0].Id, null), send: true));
    }

    [Fact]
    public async Task A_decision_is_audited_and_touches_no_row_that_is_open_or_sent()
    {
        await WriteAsync("a", 2);
        OutboxRow sent = (await ClaimAsync())[0];
        await SettleAsync(sent, OutboxStatus.Sent);
        OutboxRow open = Assert.Single(await ClaimAsync());
        Assert.Equal(0, await DecideAsync(new StuckRows(sent.Id, null), send: true));
        Assert.Equal(0, await DecideAsync(new StuckRows(open.Id, null), send: false));
        Assert.Empty(await Audit.ReadAsync(new AuditFilter(Action: "outbox.test"), long.MaxValue, 10, default));
        await SettleAsync(open, OutboxStatus.Dead);
        Assert.Equal(1, await DecideAsync(new StuckRows(open.Id, null), send: false));
        Assert.Equal($"{open.Id}", Assert.Single(await Audit.ReadAsync(new AuditFilter(Action: "outbox.test"), long.MaxValue, 10, default)).Entry.Target);
    }

    private Task<int> DecideAsync(StuckRows rows, bool send) => Outbox.DecideAsync(rows, send, AuditEntry.ByConsole("outbox.test", $"{rows.Id}"), default);

    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync() => (await Outbox.ClaimAsync(Kind, 1_000, Lease, false, default)).Rows;

    private async Task SettleAsync(OutboxRow row, OutboxStatus status, string? error = null) =>
        Assert.True(await Outbox.SettleAsync(row, new OutboxSettlement(status, Time.GetUtcNow(), error), default));

    private async Task WriteAsync(string conversation, int rows, string kind = Kind) => await Conversations.AppendAsync(
        new Append
        {
            ConversationId = conversation,
            Opening = new Opening("test", null),
            Messages = [.. Enumerable.Range(0, rows).Select(_ => new NewMessage(Sender.Bot, "{}"u8.ToArray()))],
            Outbox = [.. Enumerable.Range(0, rows).Select(index => new OutboxItem(kind, index, [(byte)('1' + index)]))],
        },
        default);
}
