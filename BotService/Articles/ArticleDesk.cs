using SupportBot.Access.Audit;

namespace SupportBot.Articles;

/// <summary>What the articles' editing screen and the import do: list, read, check, save and remove, with files and rows seen as one.</summary>
internal sealed class ArticleDesk(LiveArticles live, IArticleStore store)
{
    /// <summary>Every article by language and id, broken ones too.</summary>
    public async ValueTask<IReadOnlyList<ArticleDraft>> ListAsync(CancellationToken cancellation)
    {
        IReadOnlyList<StoredArticle> rows = await store.ListAsync(cancellation);
        Dictionary<ArticleKey, StoredArticle> stored = rows.ToDictionary(row => row.Key);
        return [.. ArticleLibrary.Texts(live.Source, rows).Select(text => new ArticleDraft(text.Key, text.Read(), stored.GetValueOrDefault(text.Key)))];
    }

    /// <summary>The article, or null when there is none in this language.</summary>
    public async ValueTask<ArticleDraft?> FindAsync(ArticleKey key, CancellationToken cancellation)
    {
        StoredArticle? row = key.Fault is null ? await store.FindAsync(key, cancellation) : null;
        ArticleText? text = ArticleLibrary.Texts(live.Source, row is null ? [] : [row]).FirstOrDefault(text => text.Key == key);
        return text is null ? null : new ArticleDraft(key, text.Read(), row);
    }

    /// <summary>What is wrong with a text, and the answer as shoppers would read it.</summary>
    public ArticlePreview Preview(ArticleKey key, string text)
    {
        List<ArticleProblem> problems = [];
        (StoreFacts facts, _) = StoreFacts.Load(Path.Combine(live.Source, "store.yaml"));
        Article? article = ArticleReader.Read(key.ToString(), key, text, facts, problems);
        return new ArticlePreview(article, problems);
    }

    /// <summary>Saves a text that can serve; it is in service some seconds later, on every node.</summary>
    /// <param name="key">Which article.</param>
    /// <param name="text">The form of a file.</param>
    /// <param name="version">The version that was read; 0 when it was a file's or there was none.</param>
    /// <param name="audit">Who saves it.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    public async Task<ArticleSaved> SaveAsync(ArticleKey key, string text, long version, Func<string, string, AuditEntry> audit, CancellationToken cancellation)
    {
        ArticlePreview preview = Preview(key, text);
        if (preview.Article is null)
        {
            return new ArticleSaved(null, preview.Problems);
        }

        // A deleted row has a version the caller was never shown.
        long expected = version == 0 && await store.FindAsync(key, cancellation) is { Deleted: true } row ? row.Version : version;
        ArticleChange change = new(key, text, Deleted: false, expected, audit("article.save", key.ToString()));
        return new ArticleSaved(await store.SaveAsync(change, cancellation), preview.Problems);
    }

    /// <summary>Takes an article out of service, a file's too; false when somebody else changed it first or there is none.</summary>
    public async Task<bool> RemoveAsync(ArticleKey key, long version, Func<string, string, AuditEntry> audit, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) is { } draft
        && await store.SaveAsync(new ArticleChange(key, draft.Text, Deleted: true, version, audit("article.remove", key.ToString())), cancellation) is not null;
}

/// <summary>An article as it is edited.</summary>
/// <param name="Text">The form of a file.</param>
/// <param name="Row">Its row; null while the file stands.</param>
internal sealed record ArticleDraft(ArticleKey Key, string Text, StoredArticle? Row)
{
    /// <summary>What to give back when it is saved.</summary>
    public long Version => Row?.Version ?? 0;
}

/// <summary>What would come of a text.</summary>
/// <param name="Article">The article; null when it cannot serve.</param>
/// <param name="Problems">What to mend; an article may have some that do not keep it from serving.</param>
internal sealed record ArticlePreview(Article? Article, IReadOnlyList<ArticleProblem> Problems);

/// <summary>What came of saving.</summary>
/// <param name="Version">The new version; null when nothing was written: for a problem, or because somebody else was first.</param>
/// <param name="Problems">What to mend.</param>
internal sealed record ArticleSaved(long? Version, IReadOnlyList<ArticleProblem> Problems);
