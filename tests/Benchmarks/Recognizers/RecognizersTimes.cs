namespace SupportBot.Benchmarks.Recognizers;

/// <summary>Times in microseconds.</summary>
internal sealed record RecognizersTimes(double First, double Median, double P99, double Allocated)
{
    public static RecognizersTimes Of(double first, List<double> times, double allocated)
    {
        times.Sort();
        return new RecognizersTimes(first, times[times.Count / 2], times[(int)(times.Count * 0.99)], allocated);
    }

    public override string ToString() => $"median {Median:0.0} µs, p99 {P99:0.0} µs, first call {First / 1000:0.0} ms";
}
