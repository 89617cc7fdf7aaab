using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>Holds back whoever sends more than a person can.</summary>
internal sealed class VisitorLimits(IOptions<LimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> visitors = Buckets(options.Value.VisitorBurst, options.Value.VisitorPerSecond, Second);
    private readonly PartitionedRateLimiter<string> addresses = Buckets(options.Value.AddressBurst, options.Value.AddressPerSecond, Second);
    private readonly PartitionedRateLimiter<string> tokens = Buckets(options.Value.TokenBurst, options.Value.TokensPerSecond, Second);
    private readonly PartitionedRateLimiter<string> signIns = Buckets(options.Value.SignInBurst, options.Value.SignInsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>Counts a message; null when it may pass, else how long to wait.</summary>
    public TimeSpan? Message(string visitor, IPAddress? address) => Take(addresses, VisitorAddress.Of(address)) ?? Take(visitors, visitor);

    /// <summary>Counts a new visitor; null when it may pass, else how long to wait.</summary>
    public TimeSpan? Token(IPAddress? address) => Take(tokens, VisitorAddress.Of(address));

    /// <summary>Counts a try of staff to sign in; null when it may pass, else how long to wait.</summary>
    public TimeSpan? SignIn(IPAddress? address) => Take(signIns, VisitorAddress.Of(address));

    public void Dispose()
    {
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
