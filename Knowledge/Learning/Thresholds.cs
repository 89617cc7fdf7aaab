namespace SupportBot.Knowledge.Learning;

/// <summary>Fixes from what probability on that a question is ours the index stops to refuse.</summary>
internal static class Thresholds
{
    private const int Steps = 20;
    private const int Halvings = 40;
    private const double Ridge = 1e-3;

    /// <summary>Farthest log odds looked at.</summary>
    private const double Farthest = 8;

    /// <summary>
    /// The probability at which a right answer and a right refusal are expected to be worth the same. How often the best label is right
    /// grows with the probability; a logistic curve through the rehearsed questions tells it without the noise of counting few of them.
    /// </summary>
    public static double Balanced(IReadOnlyList<Rehearsed> rehearsed, RefusalHead head, LearningSettings settings)
    {
        (double slope, double offset) = Rightness([.. rehearsed.Where(r => r.Ours).Select(r => (LogOdds(head.Probability(r.Signals)), r.Right, r.Weight))]);
        double low = -Farthest;
        double high = Farthest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            double known = Logistic(middle);
            double gain = settings.OwnValue * known * Logistic(slope * middle + offset) - (1 - settings.OwnValue) * (1 - known);
            (low, high) = gain > 0 ? (low, middle) : (middle, high);
        }
        return Logistic(high);
    }

    /// <summary>Fits P(right) = logistic(slope · log odds + offset) by Newton's method.</summary>
    private static (double Slope, double Offset) Rightness(IReadOnlyList<(double LogOdds, bool Right, float Weight)> questions)
    {
        double[] fit = [0, 0];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = [-Ridge * fit[0], -Ridge * fit[1]];
            double[,] curvature = { { Ridge, 0 }, { 0, Ridge } };
            foreach ((double logOdds, bool right, float weight) in questions)
            {
                double p = Logistic(fit[0] * logOdds + fit[1]);
                double error = weight * ((right ? 1 : 0) - p);
                double bend = weight * p * (1 - p);
                gradient[0] += error * logOdds;
                gradient[1] += error;
                curvature[0, 0] += bend * logOdds * logOdds;
                curvature[0, 1] += bend * logOdds;
                curvature[1, 0] += bend * logOdds;
                curvature[1, 1] += bend;
            }
            LinearSystem.Solve(curvature, gradient);
            fit[0] += gradient[0];
            fit[1] += gradient[1];
        }
        return (fit[0], fit[1]);
    }

    private static double LogOdds(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -Farthest, Farthest);

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));
}
