using System.Diagnostics.Metrics;

namespace SupportBot.Conversations.Outbox;

internal sealed class OutboxMetrics
{
    private readonly Counter<long> settled;
    private readonly Histogram<double> duration;

    public OutboxMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create("SupportBot");
        settled = meter.CreateCounter<long>("supportbot.outbox.attempts", "{attempt}", "Attempts to send a row of the outbox, by kind and by the status they left it in");
        duration = meter.CreateHistogram<double>("supportbot.outbox.duration", "s", "From taking up a row to its answer");
    }

    public void Settled(string kind, OutboxStatus status, TimeSpan took)
    {
        settled.Add(1, new("kind", kind), new("status", status.ToString()));
        duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public void Lost(string kind, int rows) => settled.Add(rows, new("kind", kind), new("status", nameof(OutboxStatus.Unknown)));
}
