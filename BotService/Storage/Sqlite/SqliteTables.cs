using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Operation.Installation;

namespace SupportBot.Storage.Sqlite;

/// <summary>All tables of an installation inside one transaction.</summary>
internal sealed class SqliteTables(SqliteConnection connection) : IInstallationTables
{
    public IReadOnlyList<ArchiveTable> All { get; } =
    [
        .. connection.Query<string>("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' order by name")
            .Where(name => !RestoredWork.IsOwn(name))
            .Select(name => RestoredWork.Table(name, connection.Query<string>("select name from pragma_table_info(@name)", new { name }))),
    ];

    public async IAsyncEnumerable<object?[]> RowsAsync(ArchiveTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"select {Columns(table)} from {Quoted(table.Name)}";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            object?[] row = new object?[table.Columns.Count];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            yield return row;
        }
    }

    public Task<bool> IsEmptyAsync(CancellationToken cancellation) => Task.FromResult(
        All.Where(table => !RestoredWork.IsSeeded(table.Name)).All(table => connection.QuerySingle<long>($"select exists (select 1 from {Quoted(table.Name)})") == 0));

    public async Task FillAsync(ArchiveTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await connection.ExecuteAsync($"delete from {Quoted(table.Name)}");
        await using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = $"insert into {Quoted(table.Name)} ({Columns(table)}) values ({string.Join(", ", table.Columns.Select((_, column) => Parameter(column)))})";
        for (int column = 0; column < table.Columns.Count; column++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = Parameter(column) });
        }

        await foreach (object?[] row in rows.WithCancellation(cancellation))
        {
            for (int column = 0; column < row.Length; column++)
            {
                insert.Parameters[column].Value = row[column] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    // The search reads the messages from the first one on by itself.
    public Task FinishAsync(CancellationToken cancellation) => Task.CompletedTask;

    private static string Columns(ArchiveTable table) => string.Join(", ", table.Columns.Select(Quoted));

    private static string Parameter(int column) => string.Create(CultureInfo.InvariantCulture, $"$v{column}");

    private static string Quoted(string name) => $"\"{name}\"";
}
