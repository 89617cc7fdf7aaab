using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// A statement prepared once for one connection. It stands on SQLite's own interface, because ADO.NET's parameters, looked up
/// by name at each execution, cost more than the statements of a turn themselves.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int bound;

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Binds the next parameter: the first call is <c>?1</c>, the second <c>?2</c>.</summary>
    public PreparedStatement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(statement, ++bound) : raw.sqlite3_bind_text(statement, ++bound, value));
        return this;
    }

    /// <inheritdoc cref="Bind(string?)"/>
    public PreparedStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, value));
        return this;
    }

    /// <inheritdoc cref="Bind(string?)"/>
    public PreparedStatement Bind(byte[]? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(statement, ++bound)
            : value.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, ++bound, 0)
            : raw.sqlite3_bind_blob(statement, ++bound, value));
        return this;
    }

    /// <inheritdoc cref="Bind(string?)"/>
    public PreparedStatement Bind(long? value)
    {
        Check(value is { } given ? raw.sqlite3_bind_int64(statement, ++bound, given) : raw.sqlite3_bind_null(statement, ++bound));
        return this;
    }

    /// <returns>How many rows it changed.</returns>
    public int Execute()
    {
        using Rows rows = Query();
        rows.Next();
        return raw.sqlite3_changes(database);
    }

    /// <summary>Begins to read; until the rows are disposed of, the statement is in use.</summary>
    public Rows Query() => new(this);

    public void Dispose() => statement.Dispose();

    private void Reset()
    {
        raw.sqlite3_reset(statement);
        bound = 0;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
        }
    }

    /// <summary>The result, row by row.</summary>
    public readonly ref struct Rows(PreparedStatement owner) : IDisposable
    {
        public bool Next()
        {
            int result = raw.sqlite3_step(owner.statement);
            if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                owner.Check(result);
            }

            return result == raw.SQLITE_ROW;
        }

        public long Integer(int column) => raw.sqlite3_column_int64(owner.statement, column);

        public string Text(int column) => raw.sqlite3_column_text(owner.statement, column).utf8_to_string();

        public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

        public byte[] Blob(int column) => raw.sqlite3_column_blob(owner.statement, column).ToArray();

        public byte[]? OptionalBlob(int column) => IsNull(column) ? null : Blob(column);

        public long? OptionalInteger(int column) => IsNull(column) ? null : Integer(column);

        /// <summary>A time kept as Unix milliseconds.</summary>
        public DateTimeOffset? OptionalTime(int column) => IsNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(Integer(column));

        public void Dispose() => owner.Reset();

        private bool IsNull(int column) => raw.sqlite3_column_type(owner.statement, column) == raw.SQLITE_NULL;
    }
}
