namespace SupportBot.Articles;

/// <summary>Where an article's text stands.</summary>
/// <param name="Key">Which article.</param>
/// <param name="Path">The file, or the row as messages name it.</param>
/// <param name="Read">Reads it.</param>
internal sealed record ArticleText(ArticleKey Key, string Path, Func<string> Read);
