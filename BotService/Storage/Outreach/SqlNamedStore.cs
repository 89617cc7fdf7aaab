using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Outreach;

namespace SupportBot.Storage.Outreach;

/// <summary>A table of named documents that campaigns speak of: segments, templates.</summary>
/// <param name="database">Where it lies.</param>
/// <param name="time">The clock.</param>
/// <param name="table">Its name.</param>
/// <param name="body">The column of the document.</param>
internal sealed class SqlNamedStore(IOutreachDatabase database, TimeProvider time, string table, string body)
{
    public ValueTask<IReadOnlyList<NamedRow>> QueryAsync(string? id, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<NamedRow>>(
        async connection => (await connection.QueryAsync<NamedRow>(
            $"select id, name, {body} as Body, updated_at as UpdatedAt, version from {table} where cast(@id as text) is null or id = @id order by lower(name), id", new { id })).AsList(),
        cancellation);

    public Task<OutreachSaved> SaveAsync(NamedRow row, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            string sql = row.Version == 0
                ? $"insert into {table} (id, name, {body}, updated_at, version) values (@Id, @Name, @Body, @now, 1) on conflict do nothing"
                : $"update {table} set name = @Name, {body} = @Body, updated_at = @now, version = version + 1 where id = @Id and version = @Version";
            if (await connection.ExecuteAsync(sql, new { row.Id, row.Name, row.Body, row.Version, now = time.GetUtcNow().ToUnixTimeMilliseconds() }) == 0)
            {
                return await connection.ExecuteScalarAsync<long>($"select count(*) from {table} where id = @Id", new { row.Id }) == 0 ? OutreachSaved.Missing : OutreachSaved.Changed;
            }

            await database.AuditAsync(connection, audit);
            return OutreachSaved.Saved;
        },
        cancellation);

    public Task<OutreachSaved> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            // Ids are random: one found anywhere in a plan is meant.
            if (await connection.ExecuteScalarAsync<long>("select count(*) from campaign where status not in (4, 5) and plan like @id", new { id = $"%\"{id}\"%" }) > 0)
            {
                return OutreachSaved.Used;
            }

            if (await connection.ExecuteAsync($"delete from {table} where id = @id", new { id }) == 0)
            {
                return OutreachSaved.Missing;
            }

            await database.AuditAsync(connection, audit);
            return OutreachSaved.Saved;
        },
        cancellation);
}

internal sealed record NamedRow(string Id, string Name, string Body, long UpdatedAt, long Version);
