namespace SupportBot.Knowledge;

/// <summary>What is likely wrong with the entries; the index is built all the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
/// <param name="First">Id of the entry.</param>
/// <param name="Second">Id of the other entry; the same where there is none.</param>
/// <param name="Text">The question or title it is about.</param>
public sealed record IndexWarning(WarningKind Kind, string Locale, string First, string Second, string Text);

/// <summary>Kinds of <see cref="IndexWarning"/>.</summary>
public enum WarningKind
{
    /// <summary>Two entries have the same question: one of them cannot be found by it.</summary>
    SameQuestion,

    /// <summary>An entry has nothing to learn from.</summary>
    Empty,
}
