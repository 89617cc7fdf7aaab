using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>A statement prepared once for one connection; its parameters are set by position.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand command;

    public PreparedStatement(SqliteConnection connection, string sql, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (int index = 1; index <= parameters; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        }
    }

    public PreparedStatement Bind(params ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return this;
    }

    public int Execute() => command.ExecuteNonQuery();

    public SqliteDataReader Read() => command.ExecuteReader();

    public void Dispose() => command.Dispose();
}
