namespace SupportBot.Knowledge;

/// <summary>What a store may set; the defaults suit it.</summary>
public sealed record IndexOptions
{
    /// <summary>
    /// Answer only when at least this sure of the first choice, 0–1; else ask which one is meant. Unset: answer where that is likelier
    /// to help than asking. What to refuse is decided apart, from the store's own entries by cross-validation.
    /// </summary>
    public double? Certainty { get; init; }

    /// <summary>More texts that are not ours, beside the built-in ones and the entries named <see cref="Entry.NotOurs"/>.</summary>
    public IReadOnlyList<Background> Background { get; init; } = [];

    /// <summary>Names of products and brands: a question is understood the same whichever is named.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Threads that learn, from 1; the index is the same with any number.</summary>
    public int Workers { get; init; } = 1;

    internal Learning.LearningSettings Learning { get; init; } = new();
}

/// <summary>A text that no entry should answer.</summary>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
/// <param name="Text">The text.</param>
public sealed record Background(string Locale, string Text);
