using Dapper;
using Npgsql;
using SupportBot.Articles;

namespace SupportBot.Storage.Postgres;

/// <summary>Articles on PostgreSQL.</summary>
internal sealed class PostgresArticleStore(PostgresWork work, TimeProvider time) : IArticleStore
{
    private const string Select = "select id, locale, text, deleted, version, changed_at as ChangedAt, changed_by as ChangedBy from article";

    private const string Insert = """
        insert into article (id, locale, text, deleted, version, changed_at, changed_by) values (@Id, @Locale, @Text, @deleted, 1, @at, @ActorName)
        on conflict do nothing
        """;

    private const string Update = """
        update article set text = @Text, deleted = @deleted, version = version + 1, changed_at = @at, changed_by = @ActorName
        where id = @Id and locale = @Locale and version = @Version
        """;

    public ValueTask<IReadOnlyList<StoredArticle>> ListAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<StoredArticle>>(
        async connection => [.. (await connection.QueryAsync<ArticleRow>($"{Select} order by id, locale")).Select(row => row.Article())],
        cancellation);

    public ValueTask<StoredArticle?> FindAsync(ArticleKey key, CancellationToken cancellation) => work.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<ArticleRow>($"{Select} where id = @Id and locale = @Locale", new { key.Id, key.Locale }))?.Article(),
        cancellation);

    public ValueTask<long> RevisionAsync(CancellationToken cancellation) =>
        work.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select coalesce(sum(version), 0)::bigint from article"), cancellation);

    public async Task<long?> SaveAsync(ArticleChange change, CancellationToken cancellation) =>
        await work.WriteAsync(connection => SaveAsync(connection, change), cancellation) ? change.Version + 1 : null;

    private async Task<bool> SaveAsync(NpgsqlConnection connection, ArticleChange change)
    {
        DateTimeOffset now = time.GetUtcNow();
        var row = new
        {
            change.Key.Id,
            change.Key.Locale,
            change.Text,
            deleted = change.Deleted ? 1 : 0,
            at = now.ToUnixTimeMilliseconds(),
            change.Audit.ActorName,
            change.Version,
        };
        if (await connection.ExecuteAsync(change.Version == 0 ? Insert : Update, row) == 0)
        {
            return false;
        }

        await PostgresAuditLog.WriteAsync(connection, change.Audit, now);
        return true;
    }
}
