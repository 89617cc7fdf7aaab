namespace SupportBot.Articles.Exchange;

/// <summary>An article read from a file that is imported.</summary>
/// <param name="Source">The file, and the row where it has many.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record ImportedArticle(ArticleKey Key, string Text, string Source, int Line);
