namespace SupportBot.Knowledge.Learning;

internal static class Judgement
{
    public static Signals Signals(in Ranking ranking, float foreign, float coverage, int tokens, LearningSettings settings)
    {
        float next = float.IsNegativeInfinity(ranking.Next) ? LinearLearner.Start : ranking.Next;
        return new Signals(
            ranking.Top, ranking.Top - next, 1 / ranking.Sum, coverage, foreign, MathF.Log(1 + tokens));
    }
}
