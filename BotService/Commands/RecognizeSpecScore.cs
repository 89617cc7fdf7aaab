namespace SupportBot.Commands;

/// <summary>How many cases of a specification file pass, wholly or in spans and types only, and how many no grammar here answers for.</summary>
internal sealed record RecognizeSpecScore(int Cases, int Passed, int SpansAndTypesPassed, int Unsupported)
{
    public static RecognizeSpecScore operator +(RecognizeSpecScore one, RecognizeSpecScore other) => new(
        one.Cases + other.Cases,
        one.Passed + other.Passed,
        one.SpansAndTypesPassed + other.SpansAndTypesPassed,
        one.Unsupported + other.Unsupported);
}
