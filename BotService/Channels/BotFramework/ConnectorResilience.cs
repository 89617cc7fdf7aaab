using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.BotFramework;

/// <summary>How calls to the outside are bounded in time, and which are tried again at once.</summary>
internal sealed class ConnectorResilience
{
    private const int Retries = 2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    public ConnectorResilience(IOptions<BotFrameworkOptions> options, TimeProvider time)
    {
        TimeSpan limit = options.Value.CallTimeout;
        Once = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(limit).Build();
        Repeatable = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(limit)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder()
                    .Handle<HttpRequestException>(IsTransient)
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(result => result is Delivery { Outcome: DeliveryOutcome.Postponed }),
            })
            .AddTimeout(limit / 2)
            .Build();
    }

    /// <summary>For a post of a message: sent twice it would be said twice. The outbox knows when it may be sent again.</summary>
    public ResiliencePipeline Once { get; }

    /// <summary>For calls that change nothing when made twice: tokens, replacing and deleting.</summary>
    public ResiliencePipeline Repeatable { get; }

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static bool IsTransient(HttpRequestException error) => error.StatusCode is not { } status || IsTransient(status);
}
