using SupportBot.Articles;

namespace SupportBot.Storage;

/// <summary>A row of <c>article</c>, as Dapper reads it.</summary>
internal sealed record ArticleRow(string Id, string Locale, string Text, long Deleted, long Version, long ChangedAt, string ChangedBy)
{
    public StoredArticle Article() =>
        new(new ArticleKey(Id, Locale), Text, Deleted != 0, Version, DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt), ChangedBy);
}
