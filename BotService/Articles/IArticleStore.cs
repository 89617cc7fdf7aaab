using SupportBot.Access.Audit;

namespace SupportBot.Articles;

/// <summary>Articles edited in the service rather than in files.</summary>
internal interface IArticleStore
{
    /// <summary>All rows, the deleted too, by id and language.</summary>
    ValueTask<IReadOnlyList<StoredArticle>> ListAsync(CancellationToken cancellation);

    ValueTask<StoredArticle?> FindAsync(ArticleKey key, CancellationToken cancellation);

    /// <summary>A number that grows with every change of any article.</summary>
    ValueTask<long> RevisionAsync(CancellationToken cancellation);

    /// <summary>Writes the article when its version is still the one that was read, 0 where there was no row; answers the new version, null when somebody else was first.</summary>
    Task<long?> SaveAsync(ArticleChange change, CancellationToken cancellation);
}

/// <summary>One change of one article, written with its row of the audit or not at all.</summary>
/// <param name="Version">The version that was read; 0 when there was no row.</param>
internal sealed record ArticleChange(ArticleKey Key, string Text, bool Deleted, long Version, AuditEntry Audit);
