using Dapper;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Desk.Search;
using SupportBot.Desk.Stream;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>Whoever reads on over all conversations misses nothing, though a transaction that began earlier commits later.</summary>
public sealed class PostgresOrderTests : IAsyncLifetime
{
    private static readonly byte[] Said = "{\"type\":\"message\",\"text\":\"parcel\"}"u8.ToArray();

    private PostgresBench bench = null!;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync();

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_journal_row_that_is_not_yet_committed_holds_up_those_behind_it()
    {
        PostgresDeskJournal journal = new(bench.Work, TimeProvider.System);
        await using NpgsqlConnection open = await bench.Database.Source.OpenConnectionAsync();
        await using NpgsqlTransaction late = await open.BeginTransactionAsync();
        long first = await open.QuerySingleAsync<long>("insert into desk_event (at, kind, everyone) values (0, 1, 1) returning id");

        Task behind = journal.AddAsync(DeskEventKind.Canned, null, null, default);
        await UntilSomebodyWaitsAsync();
        Assert.Empty(await journal.ReadAsync(0, 10, default));
        Assert.False(behind.IsCompleted);

        await late.CommitAsync();
        await behind;
        Assert.Equal([first, first + 1], (await journal.ReadAsync(0, 10, default)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_row_written_past_the_desks_room_is_numbered_in_it_all_the_same()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
            await connection.ExecuteAsync("insert into desk_event (at, kind, everyone) values (@number, 1, 1)", new { number });
        }));
        Assert.Equal(Enumerable.Range(1, 20).Select(id => (long)id), (await new PostgresDeskJournal(bench.Work, TimeProvider.System).ReadAsync(0, 100, default)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_message_that_is_committed_late_is_searched_though_later_ones_have_been_read()
    {
        PostgresSearchStore search = new(bench.Work);
        await SayAsync("late");
        await IndexAsync(search);
        await using NpgsqlConnection open = await bench.Database.Source.OpenConnectionAsync();
        await using NpgsqlTransaction late = await open.BeginTransactionAsync();
        await using (NpgsqlBatch call = new(open) { BatchCommands = { AppendCall.Of(Append("late"), TimeProvider.System.GetUtcNow()) } })
        {
            await call.ExecuteNonQueryAsync();
        }

        await SayAsync("early");
        Assert.Equal(1, await IndexAsync(search));
        Assert.Equal(0, await IndexAsync(search));
        await late.CommitAsync();
        Assert.Equal(1, await IndexAsync(search));
        Assert.Equal(3, (await search.FindAsync(new SearchRequest(SearchWords.Query("parcel")!), 10, default)).Count);
    }

    [Fact]
    public async Task Of_two_nodes_that_read_the_same_messages_for_the_search_one_adds_them()
    {
        PostgresSearchStore search = new(bench.Work);
        await SayAsync("once");
        Unread read = await search.UnreadAsync(10, default);
        (Message, string)[] words = [.. read.Messages.Select(message => (message, SearchWords.Index("parcel")))];
        await Task.WhenAll(search.IndexAsync(read, words, default), search.IndexAsync(read, words, default));
        Assert.Single(await search.FindAsync(new SearchRequest(SearchWords.Query("parcel")!), 10, default));
    }

    private static Append Append(string conversation) => new() { ConversationId = conversation, Opening = new Opening("directline", "u"), Messages = [new NewMessage(Sender.Shopper, Said)] };

    private Task<AppendResult> SayAsync(string conversation) => bench.Conversations.AppendAsync(Append(conversation), default);

    private static async Task<int> IndexAsync(PostgresSearchStore search)
    {
        Unread read = await search.UnreadAsync(100, default);
        await search.IndexAsync(read, [.. read.Messages.Select(message => (message, SearchWords.Index("parcel")))], default);
        return read.Messages.Count;
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        await Visitor.UntilAsync(() => connection.QuerySingleAsync<bool>("select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and not l.granted)"), waits => waits);
    }
}
