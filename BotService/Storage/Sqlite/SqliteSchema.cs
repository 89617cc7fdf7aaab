using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// Applies the scripts <c>NNN-name.sql</c> that the database has not seen, in order, under the write lock. Each is noted by its number, because
/// rooms number their scripts apart: a later script may have a smaller number. A script only adds, so that nodes of different age work side by
/// side while they are upgraded one by one; one that takes something away begins with <c>-- breaking</c>, and older programs refuse it.
/// </summary>
internal static class SqliteSchema
{
    private const string Breaking = "-- breaking";
    private const string Prefix = "SupportBot.Storage.Sqlite.";
    private const string Ledger = "create table if not exists schema_script (number integer primary key, breaking integer not null default 0)";

    // Before there was a ledger, the highest of these numbers was all that a database kept.
    private static readonly int[] BeforeLedger = [1, 2, 10, 11, 20, 30, 31, 32, 33, 50, 51, 52, 80];

    public static void Apply(SqliteConnection connection)
    {
        // An immediate transaction: of two processes starting at once, the second waits and finds nothing to do.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        HashSet<int> applied = Applied(command);
        List<(int Number, string Sql)> scripts = Scripts();
        int newest = scripts[^1].Number;
        if (Foreign(command, scripts) is { Length: > 0 } unknown)
        {
            throw new InvalidDataException($"The database has schema version {unknown.Max()}, this program knows {newest} and cannot work beside it. Start a newer SupportBot, or restore the backup made before the upgrade.");
        }

        foreach ((int number, string sql) in scripts.Where(script => !applied.Contains(script.Number)))
        {
            command.CommandText = sql + string.Create(CultureInfo.InvariantCulture, $"\n;insert into schema_script values ({number}, {(sql.StartsWith(Breaking, StringComparison.Ordinal) ? 1 : 0)}); pragma user_version = {newest};");
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static HashSet<int> Applied(SqliteCommand command)
    {
        command.CommandText = Ledger;
        command.ExecuteNonQuery();
        command.CommandText = "pragma user_version";
        int version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        HashSet<int> applied = Numbers(command, "select number from schema_script");
        return applied.Count > 0 || version == 0 ? applied : Adopt(command, version);
    }

    private static int[] Foreign(SqliteCommand command, List<(int Number, string Sql)> scripts) =>
        [.. Numbers(command, "select number from schema_script where breaking = 1").Except(scripts.Select(script => script.Number))];

    private static HashSet<int> Numbers(SqliteCommand command, string sql)
    {
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        HashSet<int> numbers = [];
        while (rows.Read())
        {
            numbers.Add(rows.GetInt32(0));
        }

        return numbers;
    }

    private static HashSet<int> Adopt(SqliteCommand command, int version)
    {
        HashSet<int> adopted = [.. BeforeLedger.Where(number => number <= version), version];
        command.CommandText = string.Concat(adopted.Select(number => string.Create(CultureInfo.InvariantCulture, $"insert into schema_script (number) values ({number});")));
        command.ExecuteNonQuery();
        return adopted;
    }

    private static List<(int Number, string Sql)> Scripts()
    {
        Assembly assembly = typeof(SqliteSchema).Assembly;
        List<(int, string)> scripts = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"Script {name} cannot be read.");
            using StreamReader reader = new(stream);
            scripts.Add((int.Parse(name.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        return scripts;
    }
}
