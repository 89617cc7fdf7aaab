namespace SupportBot.Knowledge;

/// <summary>How sure the index is of what it found.</summary>
public enum Verdict
{
    /// <summary>Nothing here answers the question: decline and offer a person.</summary>
    Refusal,

    /// <summary>Up to three labels are likely: ask which one is meant.</summary>
    DidYouMean,

    /// <summary>The first choice is the answer.</summary>
    Answer,
}

/// <summary>One label that may be meant.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Probability">Calibrated, 0–1.</param>
public readonly record struct Choice(string Id, double Probability);

/// <summary>What the index makes of a question: a verdict and up to three choices, likeliest first.</summary>
public readonly record struct Finding(Verdict Verdict, Choice First, Choice Second, Choice Third, int Count);
