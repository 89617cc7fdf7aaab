using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Retention;
using SupportBot.Storage;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IRetentionStore"/> promises, seen through the sweep that uses it.</summary>
public abstract class RetentionStoreContract
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private protected abstract IRetentionStore Retention { get; }

    private protected abstract IConversationStore Conversations { get; }

    private protected abstract IAuditLog Log { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task What_was_said_long_ago_goes_and_its_place_stays()
    {
        await SayAsync("old");
        Time.Advance(Kept + TimeSpan.FromMinutes(2));
        await SayAsync("new");
        Assert.Equal(1, await SweepAsync());
        Message message = (await Conversations.ReadAsync("old", 0, 10, default))[0];
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(message.Body) + message.ClientId, StringComparison.Ordinal);
        Assert.Null(message.ChannelData);
        Assert.Null(await Conversations.FileAsync("file of old", default));
        Conversation emptied = (await Conversations.FindAsync("old", default))!;
        Assert.Equal((2, null, "user", 2), (emptied.LastSequence, emptied.State, emptied.UserId, emptied.Version));
        Assert.NotNull(emptied.Reference);
        Assert.Contains("secret", Encoding.UTF8.GetString((await Conversations.ReadAsync("new", 0, 10, default))[0].Body), StringComparison.Ordinal);

        AuditRecord told = Assert.Single(await Log.ReadAsync(new AuditFilter(), long.MaxValue, 10, default));
        Assert.Equal(("retention.empty", "conversations"), (told.Entry.Action, told.Entry.Target));
        Assert.Contains("\"count\":1", told.Entry.Detail, StringComparison.Ordinal);

        // Nothing is left to do, and nothing more is told.
        Assert.Equal(0, await SweepAsync());
        Assert.Single(await Log.ReadAsync(new AuditFilter(), long.MaxValue, 10, default));
    }

    [Fact]
    public async Task A_shopper_who_comes_back_is_heard_and_forgotten_again_in_time()
    {
        await SayAsync("c1");
        Time.Advance(2 * Kept);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(AppendOutcome.Stored, (await SayAsync("c1", version: 2, clientId: "again")).Outcome);
        Assert.Equal([1, 2, 3, 4], (await Conversations.ReadAsync("c1", 0, 10, default)).Select(message => message.Sequence));
        Assert.Equal(0, await SweepAsync());
        Time.Advance(2 * Kept);
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task What_somebody_still_waits_for_or_works_on_is_kept()
    {
        foreach (string id in (string[])["queued", "ticket", "reminder", "stock", "told"])
        {
            await SayAsync(id, owner: id == "queued" ? Owner.Queue : Owner.Bot);
        }

        await ExecuteAsync("""
            insert into ticket (id, reference, kind, level, status, category, title, details, conversation_id, due_at, created_at) values ('t', 'r', 0, 0, 0, '', '', '{}', 'ticket', 0, 0);
            insert into reminder (conversation_id, reference, due_at, text, locale) values ('reminder', 'r', 0, '', 'en');
            insert into restock_notice (key, sku, conversation_id, locale, wanted_at) values ('k', 's', 'stock', 'en', 0);
            insert into restock_notice (key, sku, conversation_id, locale, wanted_at, told_at) values ('l', 's', 'told', 'en', 0, 1);
            """);
        Time.Advance(2 * Kept);
        Assert.Equal(["told"], (await Retention.IdleAsync(Time.GetUtcNow() - Kept, null, 10, default)).Select(idle => idle.Id));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Whoever_writes_while_it_is_emptied_is_not_cut_off()
    {
        await SayAsync("c1");
        Time.Advance(2 * Kept);
        DateTimeOffset idleSince = Time.GetUtcNow() - Kept;
        Assert.Single(await Retention.IdleAsync(idleSince, null, 10, default));
        await SayAsync("c1", version: 1, clientId: "again");
        Assert.False(await Retention.EmptyAsync("c1", idleSince, default));
    }

    [Fact]
    public async Task A_ticket_opened_while_it_is_emptied_keeps_its_conversation()
    {
        await SayAsync("c1");
        Time.Advance(2 * Kept);
        DateTimeOffset idleSince = Time.GetUtcNow() - Kept;
        Assert.Single(await Retention.IdleAsync(idleSince, null, 10, default));
        await ExecuteAsync("insert into ticket (id, reference, kind, level, status, category, title, details, conversation_id, due_at, created_at) values ('t', 'r', 0, 0, 0, '', '', '{}', 'c1', 0, 0)");
        Assert.False(await Retention.EmptyAsync("c1", idleSince, default));
    }

    [Fact]
    public async Task Many_of_one_minute_are_paged_through_without_gap_or_repeat()
    {
        string[] all = [.. Enumerable.Range(0, 25).Select(number => $"c{number:d2}")];
        foreach (string id in all)
        {
            await SayAsync(id);
            Time.Advance(TimeSpan.FromSeconds(id.EndsWith('9') ? 70 : 0));
        }

        Time.Advance(2 * Kept);
        List<string> seen = [];
        IdleConversation? last = null;
        while (await Retention.IdleAsync(Time.GetUtcNow() - Kept, last, 4, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(idle => idle.Id));
            last = page[^1];
        }

        Assert.Equal(all, seen.Order());
    }

    private protected abstract Task ExecuteAsync(string sql);

    private async Task<int> SweepAsync()
    {
        using RetentionSweep sweep = new(Retention, new OneNode(), Log, Options.Create(new RetentionOptions()), Time, NullLogger<RetentionSweep>.Instance);
        return await sweep.SweepAsync(Kept, default);
    }

    private async Task<AppendResult> SayAsync(string id, long version = 0, string clientId = "secret-id", Owner owner = Owner.Bot) => await Conversations.AppendAsync(
        new Append
        {
            ConversationId = id,
            Opening = new Opening("directline", "user", "reference"u8.ToArray()),
            Messages =
            [
                new NewMessage(Sender.Shopper, "{\"text\":\"a secret\"}"u8.ToArray()) { ChannelData = "{\"k\":\"secret\"}"u8.ToArray(), ClientId = clientId },
                new NewMessage(Sender.Bot, "{\"text\":\"a secret too\"}"u8.ToArray()),
            ],
            Turn = new TurnResult(version, "{}"u8.ToArray(), owner, []),
            Files = version == 0 ? [new StoredFile($"file of {id}", "text/plain", "secret.txt", [1])] : [],
        },
        default);
}
