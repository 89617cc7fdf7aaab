using System.Diagnostics.Metrics;

namespace SupportBot.Storage;

internal sealed class StoreMetrics(IMeterFactory meters)
{
    private readonly Histogram<int> batch = meters.Create("SupportBot").CreateHistogram<int>(
        "supportbot.store.commit.writes", "{write}", "Writes that shared one commit");

    public void Committed(int writes) => batch.Record(writes);
}
