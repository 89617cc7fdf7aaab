using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Conversations;

namespace SupportBot.Storage.Redis;

internal static class RedisServices
{
    /// <summary>What nodes share beside the database: through Redis when <c>Data:Redis</c> names one, else not at all.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services)
    {
        services.AddSingleton<OneNode>();
        services.AddSingleton<RedisLink>();
        services.AddSingleton<RedisNodeNews>();
        services.AddSingleton<RedisSessions>();
        services.AddSingleton<RedisLimits>();
        services.AddSingleton<INodeNews>(provider => provider.UsesRedis() ? provider.GetRequiredService<RedisNodeNews>() : provider.GetRequiredService<OneNode>());
        services.AddSingleton<ISharedSessions>(provider => provider.UsesRedis() ? provider.GetRequiredService<RedisSessions>() : provider.GetRequiredService<OneNode>());
        services.AddSingleton<ISharedLimits>(provider => provider.UsesRedis() ? provider.GetRequiredService<RedisLimits>() : provider.GetRequiredService<OneNode>());
        return services;
    }

    /// <summary>Connects to Redis and listens; to be started before whatever tells news.</summary>
    public static IServiceCollection AddNodeNews(this IServiceCollection services)
    {
        services.AddHostedService<RedisNewsReader>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisLink>());
        services.AddHealthChecks().AddCheck<RedisCheck>("redis");
        return services;
    }

    private static bool UsesRedis(this IServiceProvider provider) => !string.IsNullOrEmpty(provider.GetRequiredService<IOptions<DataOptions>>().Value.Redis);

    // Without Redis everything goes on, a little slower: worse off, and not unfit to serve.
    private sealed class RedisCheck(IServiceProvider provider, RedisLink link) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            !provider.UsesRedis() || link.IsThere ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer."));
    }
}
