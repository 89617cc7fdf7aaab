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
/// <param name="Verdict">What to do with the choices.</param>
/// <param name="First">The likeliest label. It is given with a refusal too, as a suggestion for an agent; <c>default</c> where there is none.</param>
/// <param name="Second">The second; <c>default</c> where <paramref name="Count"/> is below 2.</param>
/// <param name="Third">The third; <c>default</c> where <paramref name="Count"/> is below 3.</param>
/// <param name="Count">How many choices there are, 0–3.</param>
/// <param name="Known">Probability that any entry answers the question, 0–1: what decides between a refusal and the choices.</param>
public readonly record struct Finding(Verdict Verdict, Choice First, Choice Second, Choice Third, int Count, double Known);
