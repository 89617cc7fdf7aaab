namespace SupportBot.Knowledge;

/// <summary>A finding with the words that decided.</summary>
/// <param name="Finding">The same as without explanation.</param>
/// <param name="Locale">The language the question was understood in.</param>
/// <param name="Reasons">What speaks for and against the first choices, strongest first.</param>
public sealed record Explanation(Finding Finding, string Locale, IReadOnlyList<Reason> Reasons);

/// <summary>One word's say in a choice.</summary>
/// <param name="Id">The choice.</param>
/// <param name="Words">The word as it was read.</param>
/// <param name="Weight">What it adds to the score; below 0 it speaks against.</param>
public readonly record struct Reason(string Id, string Words, double Weight);
