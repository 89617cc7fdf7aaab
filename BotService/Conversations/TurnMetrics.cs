using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SupportBot.Conversations;

internal sealed class TurnMetrics
{
    public static readonly ActivitySource Source = new("SupportBot");

    private readonly Histogram<double> duration;
    private readonly Counter<long> reruns;
    private readonly Counter<long> failures;

    public TurnMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create("SupportBot");
        duration = meter.CreateHistogram<double>("supportbot.turn.duration", "s", "From taking up the pending messages to their stored answer");
        reruns = meter.CreateCounter<long>("supportbot.turn.reruns", "{turn}", "Turns decided again because another write came first");
        failures = meter.CreateCounter<long>("supportbot.turn.failures", "{turn}", "Turns in which the dialogs failed and the shopper got an apology");
    }

    public void Took(TimeSpan time) => duration.Record(time.TotalSeconds);

    public void Reran() => reruns.Add(1);

    public void Failed() => failures.Add(1);
}
