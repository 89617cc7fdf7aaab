// It fills the database behind the service's back.
#pragma warning disable RS0030
using Npgsql;
using NpgsqlTypes;

namespace SupportBot.Benchmarks.Desk;

/// <summary>Copies into all tables at once, each on a connection of its own.</summary>
internal sealed class PostgresSeedTables : ISeedTables
{
    private readonly string connectionString;
    private readonly Dictionary<string, (NpgsqlConnection Connection, NpgsqlBinaryImporter Rows)> tables;

    public PostgresSeedTables(string connectionString, IReadOnlyDictionary<string, string[]> columns)
    {
        this.connectionString = connectionString;
        tables = columns.ToDictionary(table => table.Key, table =>
        {
            NpgsqlConnection connection = Open();
            return (connection, connection.BeginBinaryImport($"copy {table.Key} ({string.Join(", ", table.Value)}) from stdin (format binary)"));
        });
    }

    public void Add(string table, params ReadOnlySpan<object?> values)
    {
        NpgsqlBinaryImporter rows = tables[table].Rows;
        rows.StartRow();
        foreach (object? value in values)
        {
            switch (value)
            {
                case null:
                    rows.WriteNull();
                    break;
                case byte[] bytes:
                    rows.Write(bytes, NpgsqlDbType.Bytea);
                    break;
                case string text:
                    rows.Write(text, NpgsqlDbType.Text);
                    break;
                default:
                    rows.Write(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
                    break;
            }
        }
    }

    public void Complete()
    {
        foreach ((NpgsqlConnection _, NpgsqlBinaryImporter rows) in tables.Values)
        {
            rows.Complete();
            rows.Dispose();
        }

        using NpgsqlConnection connection = Open();
        using NpgsqlCommand command = new(
            "insert into search_due (conversation_id, sequence) select conversation_id, sequence from message where sender in (0, 2, 4) order by at; analyze",
            connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach ((NpgsqlConnection connection, NpgsqlBinaryImporter rows) in tables.Values)
        {
            rows.Dispose();
            connection.Dispose();
        }
    }

    private NpgsqlConnection Open()
    {
        NpgsqlConnection connection = new(connectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }
}
