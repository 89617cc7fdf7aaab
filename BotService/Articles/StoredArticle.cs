namespace SupportBot.Articles;

/// <summary>An article, or the wish to have none, kept in the database; it wins over a file of the same name.</summary>
/// <param name="Key">Which article.</param>
/// <param name="Text">The same form as a file.</param>
/// <param name="Deleted">Whether there shall be none; the text is the last one.</param>
/// <param name="Version">Counts the changes from 1.</param>
internal sealed record StoredArticle(ArticleKey Key, string Text, bool Deleted, long Version, DateTimeOffset ChangedAt, string ChangedBy);
