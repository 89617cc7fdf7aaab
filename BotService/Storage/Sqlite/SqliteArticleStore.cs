using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Articles;

namespace SupportBot.Storage.Sqlite;

/// <summary>Articles on SQLite.</summary>
internal sealed class SqliteArticleStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IArticleStore
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

    public ValueTask<IReadOnlyList<StoredArticle>> ListAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<StoredArticle>>(
        reads.Read(connection => connection.Query<ArticleRow>($"{Select} order by id, locale").Select(row => row.Article()).ToList()));

    public ValueTask<StoredArticle?> FindAsync(ArticleKey key, CancellationToken cancellation) => ValueTask.FromResult(
        reads.Read(connection => connection.QueryFirstOrDefault<ArticleRow>($"{Select} where id = @Id and locale = @Locale", new { key.Id, key.Locale }))?.Article());

    public ValueTask<long> RevisionAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.ExecuteScalar<long>("select coalesce(sum(version), 0) from article")));

    public async Task<long?> SaveAsync(ArticleChange change, CancellationToken cancellation) =>
        await commits.WriteAsync(connection => Save(connection, change), cancellation) ? change.Version + 1 : null;

    private bool Save(SqliteConnection connection, ArticleChange change)
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
        if (connection.Execute(change.Version == 0 ? Insert : Update, row) == 0)
        {
            return false;
        }

        SqliteAuditLog.Write(connection, change.Audit, now);
        return true;
    }
}
