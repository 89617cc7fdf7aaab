using Dapper;
using SupportBot.Desk.Shifts;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresDeskDocuments(PostgresWork work) : IDeskDocuments
{
    private const string Save = """
        insert into desk_document (name, owner, json, version)
        select @name, @owner, @json, 1 where coalesce(@version, 0) = 0 or exists (select 1 from desk_document where name = @name and owner = @owner)
        on conflict (name, owner) do update set json = @json, version = desk_document.version + 1 where @version::bigint is null or desk_document.version = @version
        returning version
        """;

    public ValueTask<(string? Json, long Version)> ReadAsync(string name, string owner, CancellationToken cancellation) => work.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<(string?, long)>("select json, version from desk_document where name = @name and owner = @owner", new { name, owner }),
        cancellation);

    public async Task<long?> SaveAsync(string name, string owner, string json, long? version, CancellationToken cancellation)
    {
        long saved = await work.WriteAsync(connection => connection.QueryFirstOrDefaultAsync<long>(Save, new { name, owner, json, version }), cancellation);
        return saved == 0 ? null : saved;
    }
}
