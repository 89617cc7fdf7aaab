namespace SupportBot.Articles;

/// <summary>What an article does when a question finds it.</summary>
internal enum ArticleKind
{
    Answer,
    Task,
    Talk,

    /// <summary>Examples of what the store's service does not answer.</summary>
    Refuse,
}

/// <summary>One article in one language, as its file says.</summary>
/// <param name="Id">The file's name without its ending; the same in every language.</param>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
/// <param name="Path">Where it was read, for messages.</param>
/// <param name="Body">The answer in Markdown, with <c>{{facts}}</c> put in.</param>
internal sealed record Article(string Id, string Locale, string Path, ArticleHeader Header, string Body)
{
    public string Topic => Header.Topic ?? Id;

    public ArticleKey Key => new(Id, Locale);

    /// <summary>Whether shoppers must never see it.</summary>
    public bool IsForStaff => Header.Audience == ArticleHeader.Staff;

    public bool IsValidOn(DateOnly day) => (Header.ValidFrom is not { } first || day >= first) && (Header.ValidUntil is not { } last || day <= last);
}
