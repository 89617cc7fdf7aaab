using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>Holds back whoever sends more than a person can: on this node alone first, so that a flood ends here, then over all nodes.</summary>
internal sealed class VisitorLimits(IOptions<LimitOptions> options, ISharedLimits shared) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> visitors = Buckets(options.Value.VisitorBurst, options.Value.VisitorPerSecond, Second);
    private readonly PartitionedRateLimiter<string> addresses = Buckets(options.Value.AddressBurst, options.Value.AddressPerSecond, Second);
    private readonly PartitionedRateLimiter<string> tokens = Buckets(options.Value.TokenBurst, options.Value.TokensPerSecond, Second);
    private readonly PartitionedRateLimiter<string> texts = Buckets(options.Value.SmsPerHour, options.Value.SmsPerHour, Hour);
    private readonly PartitionedRateLimiter<string> signIns = Buckets(options.Value.SignInBurst, options.Value.SignInsPerMinute, Minute);

    /// <summary>Counts a message; null when it may pass, else how long to wait.</summary>
    public async ValueTask<TimeSpan?> MessageAsync(string visitor, IPAddress? address)
    {
        string from = VisitorAddress.Of(address);
        return Take(addresses, from) ?? Take(visitors, visitor) ?? await shared.TakeAsync(
            new Allowance($"address:{from}", options.Value.AddressBurst, Second / options.Value.AddressPerSecond),
            new Allowance($"visitor:{visitor}", options.Value.VisitorBurst, Second / options.Value.VisitorPerSecond));
    }

    /// <summary>Counts a new visitor; null when it may pass, else how long to wait.</summary>
    public async ValueTask<TimeSpan?> TokenAsync(IPAddress? address)
    {
        string from = VisitorAddress.Of(address);
        return Take(tokens, from) ?? await shared.TakeAsync(new Allowance($"token:{from}", options.Value.TokenBurst, Second / options.Value.TokensPerSecond));
    }

    /// <summary>Counts a text message of one number; null when it may pass, else how long to wait.</summary>
    public async ValueTask<TimeSpan?> SmsAsync(string conversationId) =>
        Take(texts, conversationId) ?? await shared.TakeAsync(new Allowance($"sms:{conversationId}", options.Value.SmsPerHour, Hour / options.Value.SmsPerHour));

    /// <summary>Counts a try of staff to sign in; null when it may pass, else how long to wait.</summary>
    public async ValueTask<TimeSpan?> SignInAsync(IPAddress? address)
    {
        string from = VisitorAddress.Of(address);
        return Take(signIns, from) ?? await shared.TakeAsync(new Allowance($"sign-in:{from}", options.Value.SignInBurst, Minute / options.Value.SignInsPerMinute));
    }

    public void Dispose()
    {
        texts.Dispose();
        signIns.Dispose();
        visitors.Dispose();
        addresses.Dispose();
        tokens.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) ? retryAfter
            : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<string> Buckets(int burst, int perPeriod, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        }));
}
