using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace SupportBot.Customers;

/// <summary>The conversations of blocked customers, kept at hand because every message asks.</summary>
internal sealed partial class Blocklist(ICustomerStore store, IOptions<CustomerOptions> options, TimeProvider time, ILogger<Blocklist> logger) : BackgroundService
{
    private volatile FrozenDictionary<string, DateTimeOffset?> blocked = FrozenDictionary<string, DateTimeOffset?>.Empty;

    public bool Holds(string conversationId) => blocked.TryGetValue(conversationId, out DateTimeOffset? until) && (until is null || until > time.GetUtcNow());

    /// <summary>Looks the blocked up again: after a change on this node, and from time to time for those on others.</summary>
    public async Task RefreshAsync(CancellationToken cancellation) =>
        blocked = (await store.BlockedAsync(cancellation)).ToFrozenDictionary(row => row.ConversationId, row => row.Until, StringComparer.Ordinal);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.BlocklistCheck, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RefreshFailed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The blocklist could not be read; the last one stays in force")]
    private static partial void RefreshFailed(ILogger logger, Exception error);
}
