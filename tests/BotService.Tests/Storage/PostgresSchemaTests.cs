using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresSchemaTests : IAsyncLifetime
{
    private string database = "";

    public async Task InitializeAsync() => database = await PostgresServer.CreateAsync(empty: true);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nodes_that_start_at_once_apply_the_scripts_once()
    {
        PostgresDatabase[] nodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Open)));
        await using NpgsqlConnection connection = await nodes[0].Source.OpenConnectionAsync();
        Assert.True(await connection.QuerySingleAsync<long>("select count(*) from schema_script") >= 10);
        foreach (PostgresDatabase node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone_with_a_clear_message()
    {
        await using (PostgresDatabase first = Open())
        await using (NpgsqlConnection connection = await first.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("insert into schema_script (number, breaking) values (9999, true)");
        }

        Assert.Contains("newer SupportBot", Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_wait_for_the_disk_is_refused()
    {
        await using (PostgresDatabase first = Open())
        await using (NpgsqlConnection connection = await first.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync($"alter database {connection.Database} set synchronous_commit = off");
        }

        Assert.Contains("synchronous_commit", Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_named_by_its_setting() =>
        Assert.Contains("Data:Postgres", Assert.Throws<InvalidDataException>(() => Open("Host=127.0.0.1;Port=1;Database=none;Username=nobody")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", true)]
    [InlineData("Host=db;Database=supportbot", true)]
    [InlineData("Database=supportbot", false)]
    [InlineData("postgres://db/supportbot", false)]
    public void A_setting_that_is_no_connection_string_is_told_from_one_that_is(string text, bool good) => Assert.Equal(good, PostgresDatabase.IsConnectionString(text));

    private PostgresDatabase Open() => Open(database);

    private static PostgresDatabase Open(string connectionString) => new(Options.Create(new DataOptions { Directory = Path.GetTempPath(), Postgres = connectionString }));
}
