using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SupportBot.Channels.BotFramework;

namespace SupportBot.Shop.Rest;

/// <summary>How calls of the shop are bounded in time, tried again, and left alone while it is down. All of them may be repeated: changes by their key.</summary>
internal sealed class ShopResilience
{
    private const int Retries = 2;
    private const int CallsBeforeBreaking = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    public ShopResilience(IOptions<ShopOptions> options, TimeProvider time)
    {
        PredicateBuilder<HttpResponseMessage> failing = new PredicateBuilder<HttpResponseMessage>()
            .Handle<HttpRequestException>()
            .Handle<TimeoutRejectedException>()
            .HandleResult(response => ConnectorResilience.IsTransient(response.StatusCode));
        Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(options.Value.Timeout)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = Retries,
                Delay = FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = failing,
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = CallsBeforeBreaking,
                SamplingDuration = Sampling,
                BreakDuration = options.Value.BreakFor,
                ShouldHandle = failing,
            })
            .AddTimeout(options.Value.Timeout * 0.4)
            .Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }
}
