using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportBot.Access;
using SupportBot.Conversations;

namespace SupportBot.Storage.Redis;

internal static class RedisServices
{
    /// <summary>What nodes share beside the database.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.UsesRedis())
        {
            services.AddSingleton<OneNode>();
            services.AddSingleton<INodeNews>(provider => provider.GetRequiredService<OneNode>());
            services.AddSingleton<ISharedSessions>(provider => provider.GetRequiredService<OneNode>());
            return services.AddSingleton<ISharedLimits>(provider => provider.GetRequiredService<OneNode>());
        }

        services.AddSingleton<RedisLink>();
        services.AddSingleton<RedisNodeNews>();
        services.AddSingleton<INodeNews>(provider => provider.GetRequiredService<RedisNodeNews>());
        services.AddSingleton<ISharedSessions, RedisSessions>();
        return services.AddSingleton<ISharedLimits, RedisLimits>();
    }

    /// <summary>Connects to Redis and listens; to be started before whatever tells news.</summary>
    public static IServiceCollection AddNodeNews(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.UsesRedis())
        {
            services.AddHostedService<RedisNewsReader>();
            services.AddHostedService(provider => provider.GetRequiredService<RedisLink>());
            services.AddHealthChecks().AddCheck<RedisCheck>("redis");
        }

        return services;
    }

    private static bool UsesRedis(this IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[DataOptions.RedisKey]);

    // Without Redis everything goes on, a little slower: worse off, and not unfit to serve.
    private sealed class RedisCheck(RedisLink link) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(link.IsThere ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer."));
    }
}
