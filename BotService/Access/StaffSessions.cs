using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>
/// Tells whoever holds something open for a session, such as a socket, that the session has ended: at once when it was ended
/// on this node, else when its row is looked at again.
/// </summary>
internal sealed partial class StaffSessions(IStaffSessionStore store, IOptions<StaffOptions> options, ILogger<StaffSessions> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Watch, byte> watches = [];
    private readonly SemaphoreSlim woken = new(0, 1);

    /// <summary>The watch's token is cancelled when the session ends; dispose of the watch when it is no longer needed.</summary>
    public Watch Follow(string sessionId)
    {
        Watch watch = new(this, sessionId);
        watches.TryAdd(watch, 0);
        return watch;
    }

    /// <summary>Looks at the rows now: some session may have ended.</summary>
    public void Recheck()
    {
        lock (woken)
        {
            if (woken.CurrentCount == 0)
            {
                woken.Release();
            }
        }
    }

    /// <summary>Notes that the member is there, as a request of theirs would.</summary>
    public Task TouchAsync(string sessionId, CancellationToken cancellation) => store.TouchAsync(sessionId, cancellation);

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await woken.WaitAsync(options.Value.SessionCheck, stoppingToken);
            try
            {
                await EndAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CheckFailed(logger, error);
            }
        }
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        if (watches.IsEmpty)
        {
            return;
        }

        List<Watch> watched = [.. watches.Keys];
        IReadOnlySet<string> live = await store.LiveAsync([.. watched.Select(watch => watch.SessionId).Distinct()], options.Value.SessionIdle, cancellation);
        foreach (Watch watch in watched.Where(watch => !live.Contains(watch.SessionId)))
        {
            await watch.EndAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Sessions could not be looked up; it is tried again")]
    private static partial void CheckFailed(ILogger logger, Exception error);

    public sealed class Watch(StaffSessions sessions, string sessionId) : IDisposable
    {
        private readonly CancellationTokenSource ended = new();

        public string SessionId => sessionId;

        public CancellationToken Ended => ended.Token;

        public async Task EndAsync()
        {
            if (sessions.watches.TryRemove(this, out _))
            {
                await ended.CancelAsync();
            }
        }

        // The source is left to the collector: it may be being cancelled, and holds no timer or handle.
        public void Dispose() => sessions.watches.TryRemove(this, out _);
    }
}
