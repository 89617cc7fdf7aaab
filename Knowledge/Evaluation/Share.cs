namespace SupportBot.Knowledge.Evaluation;

/// <summary>What shoppers get, a list of choices with the right one counted half; all shares 0–1.</summary>
/// <param name="All">Of all questions.</param>
/// <param name="Ours">Of those that an entry answers.</param>
/// <param name="OosRefused">Foreign questions refused.</param>
public readonly record struct Share(double All, double Ours, double OosRefused)
{
    /// <summary>Adds up what the trials were worth.</summary>
    public static Share Of(IReadOnlyList<Trial> trials) => new(Mean(trials), Mean(trials.Where(t => t.Ours)), Mean(trials.Where(t => !t.Ours)));

    private static double Mean(IEnumerable<Trial> trials) => trials.Select(t => t.Worth).DefaultIfEmpty().Average();
}
