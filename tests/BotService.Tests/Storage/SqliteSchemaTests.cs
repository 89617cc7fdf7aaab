using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-schema").FullName;

    [Fact]
    public async Task Nodes_that_start_at_once_apply_the_scripts_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Open)));
        using SqliteConnection connection = Open().Open();
        Assert.True(Version(connection) >= 1);
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        using SqliteConnection connection = Open().Open();
        Assert.Equal("wal", Pragma(connection, "journal_mode"));
        Assert.Equal("2", Pragma(connection, "synchronous"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone_with_a_clear_message()
    {
        using (SqliteConnection connection = Open().Open())
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "pragma user_version = 9999";
            command.ExecuteNonQuery();
        }

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(Open);
        Assert.Contains("newer SupportBot", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private SqliteDatabase Open() => new(Options.Create(new DataOptions { Directory = directory }));

    private static long Version(SqliteConnection connection) => long.Parse(Pragma(connection, "user_version"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Pragma(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"pragma {name}";
        return command.ExecuteScalar()?.ToString() ?? "";
    }
}
