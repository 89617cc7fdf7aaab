namespace SupportBot.Shop;

/// <summary>Shoppers who want to hear when something is back in stock.</summary>
internal interface IRestockNotices
{
    /// <summary>Keeps the wish once for a conversation and SKU.</summary>
    Task AddAsync(RestockNotice notice, CancellationToken cancellation);

    /// <summary>The SKUs that somebody still waits for.</summary>
    ValueTask<IReadOnlyList<string>> WaitedForAsync(CancellationToken cancellation);

    /// <summary>Those who still wait for a SKU, the longest first.</summary>
    ValueTask<IReadOnlyList<RestockNotice>> WaitingAsync(string sku, int limit, CancellationToken cancellation);

    Task ToldAsync(string key, CancellationToken cancellation);
}

/// <param name="Key">The idempotency key of the change that asked for it.</param>
internal sealed record RestockNotice(string Key, string Sku, string ConversationId, string Locale);
