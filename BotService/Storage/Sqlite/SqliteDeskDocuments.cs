using Dapper;
using SupportBot.Desk.Shifts;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteDeskDocuments(SqliteReads reads, CommitLoop commits) : IDeskDocuments
{
    private const string Save = """
        insert into desk_document (name, owner, json, version)
        select @name, @owner, @json, 1 where coalesce(@version, 0) = 0 or exists (select 1 from desk_document where name = @name and owner = @owner)
        on conflict (name, owner) do update set json = @json, version = version + 1 where @version is null or version = @version
        returning version
        """;

    public ValueTask<(string? Json, long Version)> ReadAsync(string name, string owner, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.QueryFirstOrDefault<(string?, long)>("select json, version from desk_document where name = @name and owner = @owner", new { name, owner })));

    public async Task<long?> SaveAsync(string name, string owner, string json, long? version, CancellationToken cancellation)
    {
        long saved = await commits.WriteAsync(connection => connection.QueryFirstOrDefault<long>(Save, new { name, owner, json, version }), cancellation);
        return saved == 0 ? null : saved;
    }
}
