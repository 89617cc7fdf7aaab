namespace SupportBot.Access;

/// <summary>
/// What is made of a secret is made when the service starts. Made with the first request, it would let that one, and all that come meanwhile,
/// wait for the database, and fail if that is away just then. Not needed where a hosted service holds it.
/// </summary>
internal static class SecretHolders
{
    public static IServiceCollection AddSecretHolder<T>(this IServiceCollection services)
        where T : class => services.AddSingleton<T>().AddHostedService<MadeAtStart<T>>();

    private sealed class MadeAtStart<T>(IServiceProvider services) : IHostedService
        where T : class
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<T>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
