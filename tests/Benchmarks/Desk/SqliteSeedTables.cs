// It fills the database behind the service's back.
#pragma warning disable RS0030
using Microsoft.Data.Sqlite;

namespace SupportBot.Benchmarks.Desk;

internal sealed class SqliteSeedTables : ISeedTables
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Dictionary<string, SqliteCommand> inserts;

    public SqliteSeedTables(string file, IReadOnlyDictionary<string, string[]> columns)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Run("pragma journal_mode = wal; pragma synchronous = off");
        transaction = connection.BeginTransaction();
        inserts = columns.ToDictionary(table => table.Key, table => Prepared(table.Key, table.Value));
    }

    public void Add(string table, params ReadOnlySpan<object?> values)
    {
        SqliteCommand insert = inserts[table];
        for (int index = 0; index < values.Length; index++)
        {
            insert.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    public void Complete()
    {
        transaction.Commit();
        Run("pragma optimize");
    }

    public void Dispose()
    {
        foreach (SqliteCommand insert in inserts.Values)
        {
            insert.Dispose();
        }

        transaction.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(string table, string[] columns)
    {
        SqliteCommand command = connection.CreateCommand();
        string pending = table == "message" ? "turn_pending" : "";
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}{(pending.Length > 0 ? ", " + pending : "")}) values ({string.Join(", ", columns.Select(column => "@" + column))}{(pending.Length > 0 ? ", 0" : "")})";
        foreach (string column in columns)
        {
            command.Parameters.AddWithValue("@" + column, DBNull.Value);
        }

        return command;
    }

    private void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
