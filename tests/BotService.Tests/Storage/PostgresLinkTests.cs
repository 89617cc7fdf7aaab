using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>The way to the server ends without a word to either side.</summary>
public sealed class PostgresLinkTests : IAsyncLifetime
{
    private string direct = "";

    public async Task InitializeAsync() => direct = await PostgresServer.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Connections_that_lead_nowhere_are_found_out_once_and_not_one_by_one()
    {
        using TcpProxy link = Link();
        await using PostgresDatabase database = OpenBy(link);
        using PostgresWork work = new(database);
        NpgsqlConnection[] idle = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => database.Source.OpenConnectionAsync().AsTask()));
        await Task.WhenAll(idle.Select(connection => connection.DisposeAsync().AsTask()));

        link.Swallow();
        link.Heal();

        // Npgsql empties its pool itself; that we are served again within seconds rests on it.
        await Assert.ThrowsAsync<StoreUnavailableException>(() => OneAsync(work));
        Assert.Equal(1, await OneAsync(work));
    }

    [Fact]
    public async Task A_lock_that_a_dead_node_loses_does_not_go_to_the_next_dead_node()
    {
        using TcpProxy link = Link();
        await using PostgresDatabase database = OpenBy(link, "-c idle_in_transaction_session_timeout=5s -c lock_timeout=2s");
        await using PostgresDatabase near = Open(direct);
        PostgresWork[] dead = [new(database), new(database), new(database)];
        using PostgresWork living = new(near);
        TaskCompletionSource never = new();
        Task<bool>[] writes = [.. dead.Select(work => work.WriteAsync(_ => never.Task.ContinueWith(_ => true, TaskScheduler.Default), default, Room.Desk))];
        await Visitor.UntilAsync(() => SessionsAsync(living, granted: false), waiting => waiting.Count() == 2);

        link.Swallow();
        Task<int> write = living.WriteAsync(_ => Task.FromResult(1), default, Room.Desk);
        HashSet<int> holders = [];
        while (!write.IsCompleted)
        {
            holders.UnionWith(await SessionsAsync(living, granted: true));
        }

        Assert.Equal(1, await write);
        Assert.InRange(holders.Count, 1, 2);
        never.SetResult();
        foreach ((PostgresWork work, Task<bool> lost) in dead.Zip(writes))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => lost);
            work.Dispose();
        }
    }

    [Fact]
    public async Task Whoever_waits_too_long_for_a_lock_is_told_so_and_gives_up_before_a_dead_node_loses_it()
    {
        await using PostgresDatabase database = Open(direct);
        using PostgresWork work = new(database);
        (TimeSpan lost, TimeSpan waited) = await work.ReadAsync(
            connection => connection.QuerySingleAsync<(TimeSpan, TimeSpan)>("select current_setting('idle_in_transaction_session_timeout')::interval, current_setting('lock_timeout')::interval"), default);
        Assert.InRange(waited, TimeSpan.FromSeconds(1), lost - TimeSpan.FromSeconds(1));

        await using PostgresDatabase hasty = Open(direct + ";Options=-c lock_timeout=200ms");
        using PostgresWork behind = new(hasty);
        Task<int> BehindAsync() => behind.WriteAsync(_ => Task.FromResult(1), default, Room.Desk);
        await work.WriteAsync(_ => Assert.ThrowsAsync<StoreUnavailableException>(BehindAsync), default, Room.Desk);
        Assert.Equal(1, await BehindAsync());
    }

    private TcpProxy Link() => new(new NpgsqlConnectionStringBuilder(direct).Port);

    private PostgresDatabase OpenBy(TcpProxy link, string options = "") =>
        Open(new NpgsqlConnectionStringBuilder(direct) { Host = "127.0.0.1", Port = link.Port, CommandTimeout = 3, CancellationTimeout = 500, Options = options }.ToString());

    private static PostgresDatabase Open(string connectionString) => new(Options.Create(new DataOptions { Directory = Path.GetTempPath(), Postgres = connectionString }));

    private static Task<int> OneAsync(PostgresWork work) => work.ReadAsync(connection => connection.QuerySingleAsync<int>("select 1"), default).AsTask();

    /// <summary>The sessions that have an advisory lock, or wait for one.</summary>
    private static Task<IEnumerable<int>> SessionsAsync(PostgresWork work, bool granted) => work.ReadAsync(
        connection => connection.QueryAsync<int>(
            "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and granted = @granted",
            new { granted }),
        default).AsTask();
}
