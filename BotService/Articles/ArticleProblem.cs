namespace SupportBot.Articles;

/// <summary>Something in the store's files that its owner should mend: where it is, and what to do.</summary>
internal sealed record ArticleProblem(string Path, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{Path}({Line}): {Message}" : $"{Path}: {Message}";
}
