namespace SupportBot.Conversations;

/// <summary>Wakes what follows the desk, on this node and by its news on the others. The rows themselves are the truth, so a lost wake-up only costs time.</summary>
internal sealed class DeskSignals(INodeNews others, TimeProvider time)
{
    private readonly WakeUp journal = new(time);
    private readonly WakeUp queue = new(time);
    private readonly WakeUp line = new(time);

    public void Wake(DeskNews news)
    {
        WakeHere(news);

        // One node is enough to tend the queue; the others find it in their sweep should that one die.
        if (news.HasFlag(DeskNews.Journal))
        {
            others.Tell(new NodeNews(NodeNewsKind.Journal));
        }
    }

    public void WakeHere(DeskNews news)
    {
        if (news.HasFlag(DeskNews.Journal))
        {
            journal.Wake();
        }

        if (news.HasFlag(DeskNews.Queue))
        {
            queue.Wake();
            line.Wake();
        }
    }

    /// <summary>Returns when the journal has grown, or after the time at the latest.</summary>
    public Task JournalAsync(TimeSpan atMost, CancellationToken cancellation) => journal.WaitAsync(atMost, cancellation);

    /// <summary>Returns when somebody waits or is free, or after the time at the latest.</summary>
    public Task QueueAsync(TimeSpan atMost, CancellationToken cancellation) => queue.WaitAsync(atMost, cancellation);

    /// <summary>As <see cref="QueueAsync"/>, for whoever tells those in the queue their place.</summary>
    public Task LineAsync(TimeSpan atMost, CancellationToken cancellation) => line.WaitAsync(atMost, cancellation);
}
