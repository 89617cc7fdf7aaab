namespace SupportBot.Conversations;

/// <summary>Wakes the readers of conversations that have grown without their hearing of it: another node's news can be lost.</summary>
internal sealed partial class FeedRecheck(ConversationFeed feed, IConversationStore store, TimeProvider time, ILogger<FeedRecheck> logger) : BackgroundService
{
    private const int Piece = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);

    private Dictionary<string, long> known = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RecheckFailed(logger, error);
            }
        }
    }

    /// <summary>Looks once at every conversation that is followed here.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        Dictionary<string, long> seen = new(StringComparer.Ordinal);
        foreach (string[] piece in feed.Followed.Chunk(Piece))
        {
            foreach ((string conversationId, long last) in await store.LastSequencesAsync(piece, cancellation))
            {
                seen[conversationId] = last;
                if (!known.TryGetValue(conversationId, out long before) || before != last)
                {
                    feed.WakeHere(conversationId);
                }
            }
        }

        known = seen;
    }

    [LoggerMessage(LogLevel.Error, "The followed conversations could not be looked at; it is tried again")]
    private static partial void RecheckFailed(ILogger logger, Exception error);
}
