using SupportBot.Access.Audit;
using SupportBot.Articles;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IArticleStore"/> promises.</summary>
public abstract class ArticleStoreContract
{
    private static readonly ArticleKey Late = new("late", "en");

    private protected abstract IArticleStore Articles { get; }

    private protected abstract IAuditLog Audit { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task A_saved_article_is_read_back_with_who_and_when()
    {
        Assert.Equal(1, await SaveAsync(Late, "text", 0));
        StoredArticle? row = await Articles.FindAsync(Late, default);
        Assert.Equal(new StoredArticle(Late, "text", false, 1, Time.GetUtcNow(), "Ann"), row);
        Assert.Null(await Articles.FindAsync(new ArticleKey("late", "zh"), default));
        Assert.Equal(row, Assert.Single(await Articles.ListAsync(default)));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_the_second_is_refused()
    {
        await SaveAsync(Late, "first", 0);
        Assert.Null(await SaveAsync(Late, "also new", 0));
        Assert.Equal(2, await SaveAsync(Late, "second", 1));
        Assert.Null(await SaveAsync(Late, "too late", 1));
        Assert.Equal("second", (await Articles.FindAsync(Late, default))?.Text);
    }

    [Fact]
    public async Task Of_many_at_once_one_wins()
    {
        long?[] saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SaveAsync(Late, $"text {number}", 0)));
        Assert.Equal(1, Assert.Single(saved, version => version is not null));
    }

    [Fact]
    public async Task Every_change_raises_the_revision_and_is_in_the_audit()
    {
        long before = await Articles.RevisionAsync(default);
        await SaveAsync(Late, "text", 0);
        long saved = await Articles.RevisionAsync(default);
        await SaveAsync(Late, "text", 1, deleted: true);
        long removed = await Articles.RevisionAsync(default);
        Assert.True(before < saved && saved < removed);
        Assert.True((await Articles.FindAsync(Late, default))?.Deleted);
        Assert.Null(await SaveAsync(Late, "lost", 1));
        Assert.Equal(2, (await Audit.ReadAsync(new AuditFilter(), long.MaxValue, 10, default)).Count);
    }

    private Task<long?> SaveAsync(ArticleKey key, string text, long version, bool deleted = false) =>
        Articles.SaveAsync(new ArticleChange(key, text, deleted, version, new AuditEntry("1", "Ann", "article.save", key.ToString())), default);
}
