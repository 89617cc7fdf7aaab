using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>Applies the scripts <c>NNN-name.sql</c> that the database has not seen, in order, under the write lock.</summary>
internal static class SqliteSchema
{
    private const string Prefix = "SupportBot.Storage.Sqlite.";

    public static void Apply(SqliteConnection connection)
    {
        // An immediate transaction: of two processes starting at once, the second waits and finds nothing to do.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "pragma user_version";
        int applied = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);

        List<(int Number, string Sql)> scripts = Scripts();
        int newest = scripts[^1].Number;
        if (applied > newest)
        {
            throw new InvalidDataException($"The database has schema version {applied}, this program knows {newest}. Start a newer SupportBot, or restore the backup made before the upgrade.");
        }

        foreach ((int number, string sql) in scripts.Where(script => script.Number > applied))
        {
            command.CommandText = sql + $"\n;pragma user_version = {number.ToString(CultureInfo.InvariantCulture)};";
            command.ExecuteNonQuery();
        }

        transaction.Commit();
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
