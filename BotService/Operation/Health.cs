using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Shop;

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
        services.AddHealthChecks().AddCheck<Drain>("drain").AddCheck<StoreCheck>("store").AddCheck<ArticlesCheck>("articles").AddCheck<ShopCheck>("shop");
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

    // Without its shop the bot still answers: it is worse off, and not unfit to serve.
    private sealed class ShopCheck(IShop shop) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await shop.IsHealthyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The shop does not answer.");
    }

    private sealed class ArticlesCheck(LiveArticles articles) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            !articles.IsReady ? HealthCheckResult.Unhealthy("The articles are not loaded.")
            : articles.Current.Count == 0 ? HealthCheckResult.Degraded("There are no articles.")
            : HealthCheckResult.Healthy());
    }
}
