using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportBot.Articles;
using SupportBot.Conversations;

namespace SupportBot.Operation;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve shoppers.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<ArticlesCheck>("articles");
        return services;
    }

    private sealed class StoreCheck(IConversationStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await store.FindAsync("", cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class ArticlesCheck(LiveArticles articles) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            !articles.IsReady ? HealthCheckResult.Unhealthy("The articles are not loaded.")
            : articles.Current.Count == 0 ? HealthCheckResult.Degraded("There are no articles.")
            : HealthCheckResult.Healthy());
    }
}
