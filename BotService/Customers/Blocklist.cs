using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SupportBot.Access;

namespace SupportBot.Customers;

/// <summary>The conversations of blocked customers and the addresses they came from, kept at hand because every message and every new chat asks.</summary>
internal sealed partial class Blocklist(ICustomerStore store, IOptions<CustomerOptions> options, TimeProvider time, ILogger<Blocklist> logger) : BackgroundService
{
    private volatile FrozenDictionary<string, DateTimeOffset?> blocked = FrozenDictionary<string, DateTimeOffset?>.Empty;

    private volatile FrozenDictionary<string, DateTimeOffset> addresses = FrozenDictionary<string, DateTimeOffset>.Empty;

    public bool Holds(string conversationId) => blocked.TryGetValue(conversationId, out DateTimeOffset? until) && (until is null || until > time.GetUtcNow());

    /// <summary>Whether the address in a new visitor's id is one that a blocked customer has just come from.</summary>
    public bool HoldsAddressOf(string userId) => addresses.TryGetValue(VisitorAddress.In(userId), out DateTimeOffset until) && until > time.GetUtcNow();

    /// <summary>Looks the blocked up again: after a change on this node, and from time to time for those on others.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        IReadOnlyList<BlockedConversation> rows = await store.BlockedAsync(cancellation);
        blocked = rows.ToFrozenDictionary(row => row.ConversationId, row => row.Until, StringComparer.Ordinal);
        addresses = rows
            .Where(row => row.UserId is not null && VisitorAddress.IsIn(row.UserId))
            .GroupBy(row => VisitorAddress.In(row.UserId ?? ""))
            .ToFrozenDictionary(address => address.Key, address => address.Max(AddressUntil), StringComparer.Ordinal);
    }

    private DateTimeOffset AddressUntil(BlockedConversation row)
    {
        DateTimeOffset end = row.Since + options.Value.BlockAddressFor;
        return row.Until < end ? row.Until.Value : end;
    }

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
