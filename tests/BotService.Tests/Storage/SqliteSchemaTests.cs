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

    [Theory]
    [InlineData(80, 80)]
    [InlineData(52, 52)]
    public void A_database_from_before_scripts_were_noted_gets_those_it_lacks_whatever_their_numbers(int last, long version)
    {
        using (SqliteConnection connection = new($"Data Source={Path.Combine(directory, "supportbot.db")};Pooling=False"))
        {
            connection.Open();
            foreach (string script in OldScripts(last))
            {
                Run(connection, script);
            }

            Run(connection, $"insert into setting values ('kept', x'01'); pragma user_version = {version}");
        }

        using SqliteConnection upgraded = Open().Open();
        using SqliteConnection fresh = new SqliteDatabase(Options.Create(new DataOptions { Directory = Path.Combine(directory, "fresh") })).Open();
        Assert.Equal(Tables(fresh), Tables(upgraded));
        Assert.Equal("1", Scalar(upgraded, "select count(*) from setting"));
    }

    [Fact]
    public void A_newer_version_that_breaks_with_this_one_is_left_alone_with_a_clear_message()
    {
        using (SqliteConnection connection = Open().Open())
        {
            Run(connection, "insert into schema_script values (9999, 1)");
        }

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(Open);
        Assert.Contains("newer SupportBot", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_starts_beside_newer_ones_whose_scripts_only_add()
    {
        using (SqliteConnection connection = Open().Open())
        {
            Run(connection, "insert into schema_script (number) values (9999)");
        }

        Open();
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private SqliteDatabase Open() => new(Options.Create(new DataOptions { Directory = directory }));

    private static long Version(SqliteConnection connection) => long.Parse(Pragma(connection, "user_version"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Pragma(SqliteConnection connection, string name) => Scalar(connection, $"pragma {name}");

    private static string Tables(SqliteConnection connection) => Scalar(connection, "select group_concat(name || ' ' || sql, char(10)) from (select name, sql from sqlite_schema where sql is not null order by name)");

    private static IEnumerable<string> OldScripts(int last)
    {
        foreach (int number in (int[])[1, 2, 10, 11, 20, 30, 31, 32, 33, 50, 51, 52, 80])
        {
            string name = typeof(SqliteDatabase).Assembly.GetManifestResourceNames().Single(name => name.Contains($".Sqlite.{number:D3}-", StringComparison.Ordinal));
            using StreamReader reader = new(typeof(SqliteDatabase).Assembly.GetManifestResourceStream(name)!);
            string sql = reader.ReadToEnd();
            if (number <= last)
            {
                yield return sql;
            }
        }
    }

    private static string Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
