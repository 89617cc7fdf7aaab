using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using SupportBot.Operation.Installation;

namespace SupportBot.Storage.Postgres;

/// <summary>All tables of an installation inside one transaction. Pending turns are rows here, and a column of the messages in archives.</summary>
internal sealed class PostgresTables : IInstallationTables
{
    private const string Message = "message";
    private const string TurnPending = "turn_pending";

    private const string Described = """
        select table_name as TableName, column_name as ColumnName, data_type as DataType
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = current_schema and table_type = 'BASE TABLE' order by table_name collate "C"
        """;

    private const string Counted = "select table_name as TableName, column_name as ColumnName from information_schema.columns where table_schema = current_schema and is_identity = 'YES'";

    private readonly NpgsqlConnection connection;
    private readonly Dictionary<(string Table, string Column), string> types;

    public PostgresTables(NpgsqlConnection connection)
    {
        this.connection = connection;
        (string TableName, string ColumnName, string DataType)[] columns = [.. connection.Query<(string, string, string)>(Described)];
        types = columns.ToDictionary(column => (column.TableName, column.ColumnName), column => column.DataType);
        All =
        [
            .. columns.GroupBy(column => column.TableName, column => column.ColumnName).Where(table => !RestoredWork.IsOwn(table.Key))
                .Select(table => RestoredWork.Table(table.Key, table.Key == Message ? table.Append(TurnPending) : table)),
        ];
    }

    public IReadOnlyList<ArchiveTable> All { get; }

    public async IAsyncEnumerable<object?[]> RowsAsync(ArchiveTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string columns = string.Join(", ", table.Columns.Select(column => types.ContainsKey((table.Name, column)) ? Quoted(column) : "exists (select from pending_turn p where p.conversation_id = m.conversation_id and p.sequence = m.sequence)"));
        await using NpgsqlCommand command = new($"select {columns} from {Quoted(table.Name)} m", connection) { CommandTimeout = 0 };
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            object?[] row = new object?[table.Columns.Count];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column) switch
                {
                    bool flag => flag ? 1L : 0L,
                    int number => (long)number,
                    short number => (long)number,
                    var value => value,
                };
            }

            yield return row;
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        foreach (ArchiveTable table in All.Where(table => !RestoredWork.IsSeeded(table.Name)))
        {
            if (await connection.QuerySingleAsync<bool>($"select exists (select from {Quoted(table.Name)})"))
            {
                return false;
            }
        }

        return true;
    }

    public async Task FillAsync(ArchiveTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await connection.ExecuteAsync($"delete from {Quoted(table.Name)}");
        int[] stored = [.. Enumerable.Range(0, table.Columns.Count).Where(column => types.ContainsKey((table.Name, table.Columns[column])))];
        string[] kinds = [.. stored.Select(column => types[(table.Name, table.Columns[column])])];
        string columns = string.Join(", ", stored.Select(column => Quoted(table.Columns[column])));
        List<object?[]> pending = [];
        await using (NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync($"copy {Quoted(table.Name)} ({columns}) from stdin (format binary)", cancellation))
        {
            await foreach (object?[] row in rows.WithCancellation(cancellation))
            {
                await copy.StartRowAsync(cancellation);
                for (int index = 0; index < stored.Length; index++)
                {
                    await WriteAsync(copy, row[stored[index]], kinds[index], cancellation);
                }

                if (table.Name == Message && row[Index(table, TurnPending)] is 1L)
                {
                    pending.Add([row[Index(table, "conversation_id")], row[Index(table, "sequence")]]);
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        await connection.ExecuteAsync("insert into pending_turn (conversation_id, sequence) values (@conversationId, @sequence)", pending.Select(row => new { conversationId = row[0], sequence = row[1] }));
    }

    public async Task FinishAsync(CancellationToken cancellation)
    {
        foreach ((string table, string column) in await connection.QueryAsync<(string, string)>(Counted))
        {
            await connection.ExecuteAsync($"select setval(pg_get_serial_sequence('{Quoted(table)}', '{column}'), (select coalesce(max({Quoted(column)}), 0) + 1 from {Quoted(table)}), false)");
        }

        await connection.ExecuteAsync("select setval('desk_event_id', (select coalesce(max(id), 0) + 1 from desk_event), false)");
        await connection.ExecuteAsync("insert into search_due (conversation_id, sequence) select conversation_id, sequence from message where sender in (0, 2, 4) order by at", commandTimeout: 0);
    }

    private static int Index(ArchiveTable table, string column)
    {
        int index = 0;
        while (table.Columns[index] != column)
        {
            index++;
        }

        return index;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, string kind, CancellationToken cancellation) => (value, kind) switch
    {
        (null, _) => copy.WriteNullAsync(cancellation),
        (long number, "boolean") => copy.WriteAsync(number != 0, NpgsqlDbType.Boolean, cancellation),
        (long number, "integer") => copy.WriteAsync(checked((int)number), NpgsqlDbType.Integer, cancellation),
        (long number, "double precision") => copy.WriteAsync((double)number, NpgsqlDbType.Double, cancellation),
        (long number, _) => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation),
        (double number, _) => copy.WriteAsync(number, NpgsqlDbType.Double, cancellation),
        (byte[] bytes, _) => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellation),
        (string text, _) => copy.WriteAsync(text, NpgsqlDbType.Text, cancellation),
        _ => throw new InvalidDataException($"A column of type {kind} cannot take the archive's {value.GetType().Name}."),
    };

    private static string Quoted(string name) => $"\"{name}\"";
}
