namespace SupportBot.Benchmarks.Recognizers;

/// <summary>Times in microseconds. An utterance counts by its median over the rounds, so that a busy machine does not decide the result.</summary>
internal sealed record RecognizersTimes(double First, double Median, double P99, double Allocated)
{
    /// <param name="times">Round by round, every utterance in the same order.</param>
    public static RecognizersTimes Of(double first, List<double> times, int utterances, double allocated)
    {
        double[] medians = new double[utterances];
        for (int i = 0; i < utterances; i++)
            medians[i] = MedianOf([.. times.Where((_, index) => index % utterances == i)]);
        Array.Sort(medians);
        return new RecognizersTimes(first, medians[utterances / 2], medians[(int)(utterances * 0.99)], allocated);
    }

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    public override string ToString() => $"median {Median:0.0} µs, p99 {P99:0.0} µs, first call {First / 1000:0.0} ms";
}
