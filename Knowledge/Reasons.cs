using SupportBot.Knowledge.Learning;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge;

/// <summary>Shares the score of each choice out among the words of the question.</summary>
internal static class Reasons
{
    private const double Least = 0.01;

    public static IReadOnlyList<Reason> Of(Model model, Scratch scratch, string[] ids, in Ranking ranking)
    {
        List<Reason> reasons = [];
        double[] say = new double[scratch.TokenCount];
        foreach (int label in (int[])[ranking.First, ranking.Second, ranking.Third])
        {
            if (label < 0)
            {
                continue;
            }
            Array.Clear(say);
            for (int i = 0; i < scratch.FeatureCount; i++)
            {
                double part = model.Part(scratch, i, label) / 2;
                say[scratch.Features[i].First] += part;
                say[scratch.Features[i].Second] += part;
            }
            for (int t = 0; t < say.Length; t++)
            {
                if (Math.Abs(say[t]) >= Least)
                {
                    Token token = scratch.Tokens[t];
                    reasons.Add(new Reason(ids[label], new string(scratch.Text, token.Start, token.Length), Math.Round(say[t], 3)));
                }
            }
        }
        return [.. reasons.OrderByDescending(r => Math.Abs(r.Weight))];
    }
}
