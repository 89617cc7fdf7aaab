using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>The store's articles as the dialogs see them; never changes during a turn.</summary>
public interface IAnswers
{
    /// <summary>What a question is about. <paramref name="previous"/> is the article last answered from, for short follow-ups.</summary>
    Finding Find(string question, string locale, string? previous);

    /// <summary>The article in that language, or in the other when it exists only there; null when there is none.</summary>
    Answer? Get(string id, string locale);
}

/// <summary>What an answer is, which decides how it is said.</summary>
public enum AnswerKind
{
    /// <summary>Information: the text is the answer.</summary>
    Article,

    /// <summary>Something the shopper wants done.</summary>
    Task,

    /// <summary>Small talk.</summary>
    Talk,
}

/// <summary>One article ready to be said.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Topic">The topic it serves; <see cref="Human"/> asks for a person.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Short, fit for a button.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Related">Ids of articles that lie near.</param>
public sealed record Answer(string Id, string Topic, AnswerKind Kind, string Title, string Text, IReadOnlyList<string> Related)
{
    /// <summary>The topic of a wish to talk to a person.</summary>
    public const string Human = "human";

    /// <summary>Shown below the text.</summary>
    public Card? Card { get; init; }
}
