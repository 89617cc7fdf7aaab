namespace SupportBot.Knowledge;

/// <summary>What the index learns for one label in one language: an article, a dialog's way in, or small talk.</summary>
/// <param name="Id">The label that is found; the same id in several languages is one label. <see cref="NotOurs"/> marks what must be refused.</param>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
/// <param name="Title">Shown in "did you mean", and learned from.</param>
/// <param name="Keywords">Words that point here.</param>
/// <param name="Questions">Sample questions as shoppers type them.</param>
public sealed record Entry(string Id, string Locale, string Title, IReadOnlyList<Keyword> Keywords, IReadOnlyList<string> Questions)
{
    /// <summary>Id of entries whose questions are "not ours": they are learned as what to refuse and are never found.</summary>
    public const string NotOurs = "oos";
}

/// <summary>A word or phrase that points to an entry.</summary>
/// <param name="Text">The word or phrase.</param>
/// <param name="Weight">How strongly it points, 0–10; 1 is usual.</param>
public sealed record Keyword(string Text, double Weight = 1);
