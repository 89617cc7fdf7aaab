using System.Text.RegularExpressions;

namespace SupportBot.Articles;

/// <summary>Names one article in one language.</summary>
/// <param name="Id">The same in every language; a file's name without its ending.</param>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
internal readonly partial record struct ArticleKey(string Id, string Locale)
{
    /// <summary>What is wrong with the id or language, and what to do; null when nothing is.</summary>
    public (string Field, string Message)? Fault =>
        !Form().IsMatch(Id) ? ("id", $"'{Id}' cannot be an article's id. Use up to 80 letters, digits, - and _, beginning with a letter or digit.")
        : !ArticleLibrary.Locales.Contains(Locale) ? ("locale", $"'{Locale}' is not a language of the store. Write en or zh.")
        : null;

    public override string ToString() => $"{Locale}/{Id}";

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
