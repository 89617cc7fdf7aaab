namespace SupportBot.Articles;

/// <summary>Something in the store's files or rows that its owner should mend: where it is, and what to do.</summary>
/// <param name="Path">The file, or <c>database: en/late</c>.</param>
/// <param name="Line">Line in its text; 0 when it concerns no line.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Field">The header's field it is about, if one.</param>
internal sealed record ArticleProblem(string Path, int Line, string Message, string? Field = null)
{
    public override string ToString() => $"{Path}{(Line > 0 ? $"({Line})" : "")}: {(Field is null ? "" : $"{Field}: ")}{Message}";
}
