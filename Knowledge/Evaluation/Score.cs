namespace SupportBot.Knowledge.Evaluation;

/// <summary>How well a rule for refusing does; all shares 0–1, a refusal of an own question counts as wrong.</summary>
/// <param name="InScope">Own questions answered right.</param>
/// <param name="OosRecall">Foreign questions refused.</param>
/// <param name="Accuracy">All questions treated right, foreign ones counted as one more class.</param>
/// <param name="AnsweredRight">Answers that are right, of all that were given.</param>
public readonly record struct Score(double InScope, double OosRecall, double Accuracy, double AnsweredRight)
{
    /// <summary>Counts what happens where the index decides by itself.</summary>
    public static Score Own(IReadOnlyList<Trial> trials) => Count(trials, t => t.Refused);

    /// <summary>Counts what happens where everything less sure than a threshold is refused.</summary>
    public static Score At(IReadOnlyList<Trial> trials, double threshold) => Count(trials, t => t.Known < threshold);

    /// <summary>Share of own questions whose first choice is right, nothing refused.</summary>
    public static double Raw(IReadOnlyList<Trial> trials) => Share(trials.Count(t => t.Right), trials.Count(t => t.Ours));

    private static Score Count(IReadOnlyList<Trial> trials, Func<Trial, bool> refused)
    {
        int ours = 0, right = 0, foreign = 0, kept = 0, answered = 0;
        foreach (Trial trial in trials)
        {
            bool answers = !refused(trial);
            ours += trial.Ours ? 1 : 0;
            foreign += trial.Ours ? 0 : 1;
            answered += answers ? 1 : 0;
            right += answers && trial.Right ? 1 : 0;
            kept += !answers && !trial.Ours ? 1 : 0;
        }
        return new Score(Share(right, ours), Share(kept, foreign), Share(right + kept, trials.Count), Share(right, answered));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
