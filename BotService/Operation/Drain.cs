using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SupportBot.Operation;

/// <summary>
/// Told to stop, the node is no longer ready at once, but serves on until its window is over; then the server takes no more requests,
/// finishes those it has, and the turns they began.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, IOptions<DrainOptions> options, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    public bool IsOn => lifetime.ApplicationStopping.IsCancellationRequested;

    public TimeSpan Window => options.Value.Window;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        await Task.Delay(Window, time, cancellationToken);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsOn ? HealthCheckResult.Unhealthy("The node is about to stop.") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
