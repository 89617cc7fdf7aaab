using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SupportBot.Operation;

/// <summary>
/// Told to stop, the node is no longer ready at once, but serves on until its window is over; then the server takes no more requests,
/// finishes those it has, and the turns they began.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, IOptions<DrainOptions> options, TimeProvider time) : IHostedLifecycleService, IHealthCheck, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    public bool IsOn => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>When sockets are sent away, and none is let in: a third of the window later, because a balancer that has not noticed yet would bring them back here.</summary>
    public CancellationToken Leaving => leaving.Token;

    /// <summary>So long the sockets have for it.</summary>
    public TimeSpan Departure => options.Value.Window - Notice;

    private TimeSpan Notice => options.Value.Window / 3;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        await Task.Delay(Notice, time, cancellationToken);
        await leaving.CancelAsync();
        await Task.Delay(Departure, time, cancellationToken);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsOn ? HealthCheckResult.Unhealthy("The node is about to stop.") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => leaving.Dispose();
}
