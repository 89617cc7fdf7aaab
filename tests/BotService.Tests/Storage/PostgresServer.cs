using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using Microsoft.Extensions.Options;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>
/// The server that all tests of this process share: the one <c>SUPPORTBOT_TEST_POSTGRES</c> names, as <c>tests/run</c> does, else a
/// private one that ends with the process. Each test gets a database of its own, copied from one that has the schema already; they go with the server, because dropping
/// one makes it write everything to the disk.
/// </summary>
internal static class PostgresServer
{
    private static readonly string Template = $"supportbot_template_{Environment.ProcessId}";
    private static readonly Lazy<Task<PrivatePostgres>> Own = new(() => PrivatePostgres.StartAsync());
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> OfFolder = [];
    private static readonly Lazy<Task<string>> Admin = new(StartAsync);

    /// <summary>
    /// What makes a service keep its data on PostgreSQL: <c>SUPPORTBOT_TEST_STORE=postgres dotnet test</c> runs every test of the running
    /// service on it, with a database for each data folder.
    /// </summary>
    public static async Task<string[]> SettingsAsync(string directory) =>
        Environment.GetEnvironmentVariable("SUPPORTBOT_TEST_STORE") == "postgres"
            ? ["--Data:Postgres", await OfFolder.GetOrAdd(Path.GetFullPath(directory), _ => new Lazy<Task<string>>(() => CreateAsync())).Value]
            : [];

    /// <param name="empty">Whether the schema is left to the test.</param>
    /// <returns>The connection string of a new database.</returns>
    public static async Task<string> CreateAsync(bool empty = false)
    {
        string admin = await Admin.Value;
        string name = $"test_{Guid.NewGuid():N}";
        await using NpgsqlConnection connection = await OpenAsync(admin);
        await connection.ExecuteAsync($"create database {name} template {(empty ? "template0" : Template)}");
        return Named(admin, name);
    }

    /// <summary>As a dump of a database loaded beside it.</summary>
    public static async Task<string> CopyAsync(string connectionString)
    {
        string admin = await Admin.Value;
        string name = $"test_{Guid.NewGuid():N}";
        NpgsqlConnection.ClearAllPools();
        await using NpgsqlConnection connection = await OpenAsync(admin);
        await connection.ExecuteAsync($"create database {name} template {new NpgsqlConnectionStringBuilder(connectionString).Database}");
        return Named(admin, name);
    }

    private static async Task<string> StartAsync()
    {
        string admin = Environment.GetEnvironmentVariable("SUPPORTBOT_TEST_POSTGRES") is { Length: > 0 } given ? given : (await Own.Value).ConnectionString;
        await using NpgsqlConnection connection = await OpenAsync(admin);
        await connection.ExecuteAsync($"drop database if exists {Template}");
        await connection.ExecuteAsync($"create database {Template}");
        await using PostgresDatabase schema = new(Options.Create(new DataOptions { Directory = Path.GetTempPath(), Postgres = Named(admin, Template) + ";Pooling=false" }));
        return admin;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string admin)
    {
        NpgsqlConnection connection = new(admin + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static string Named(string admin, string database) => new NpgsqlConnectionStringBuilder(admin) { Database = database }.ToString();
}
