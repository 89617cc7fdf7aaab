using System.Globalization;
using System.Reflection;
using Dapper;
using Npgsql;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// Applies the scripts <c>NNN-name.sql</c> that the database has not seen, in order, each start of a node under the same lock. A script only
/// adds, so that nodes of different age work side by side; one that takes something away begins with <c>-- breaking</c>.
/// </summary>
internal static class PostgresSchema
{
    private const string Breaking = "-- breaking";
    private const string Prefix = "SupportBot.Storage.Postgres.";

    public static void Apply(NpgsqlConnection connection)
    {
        if (connection.QuerySingle<string>("show synchronous_commit") == "off")
        {
            throw new InvalidDataException("The database of Data:Postgres runs with synchronous_commit = off: an acknowledged message could be lost. Set it to on, e.g. \"alter database … set synchronous_commit = on\".");
        }

        // Of two nodes starting at once, the second waits and finds nothing to do.
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        connection.Execute(PostgresDatabase.Patiently);
        connection.Execute("select pg_advisory_xact_lock(@key)", new { key = (long)Room.Schema }, commandTimeout: 0);
        connection.Execute("create table if not exists schema_script (number bigint primary key, breaking boolean not null default false)");
        HashSet<long> applied = [.. connection.Query<long>("select number from schema_script")];
        List<(long Number, string Sql)> scripts = Scripts();
        long[] foreign = [.. connection.Query<long>("select number from schema_script where breaking").Except(scripts.Select(script => script.Number))];
        if (foreign.Length > 0)
        {
            throw new InvalidDataException($"The database has schema version {foreign.Max()}, this program knows {scripts[^1].Number} and cannot work beside it. Start a newer SupportBot, or restore the backup made before the upgrade.");
        }

        foreach ((long number, string sql) in scripts.Where(script => !applied.Contains(script.Number)))
        {
            // An index over years of messages takes its time.
            using NpgsqlCommand command = new(sql, connection, transaction) { CommandTimeout = 0 };
            command.ExecuteNonQuery();
            connection.Execute("insert into schema_script (number, breaking) values (@number, @breaking)", new { number, breaking = sql.StartsWith(Breaking, StringComparison.Ordinal) });
        }

        transaction.Commit();
    }

    private static List<(long Number, string Sql)> Scripts()
    {
        Assembly assembly = typeof(PostgresSchema).Assembly;
        List<(long, string)> scripts = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"Script {name} cannot be read.");
            using StreamReader reader = new(stream);
            scripts.Add((long.Parse(name.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        return scripts;
    }
}
