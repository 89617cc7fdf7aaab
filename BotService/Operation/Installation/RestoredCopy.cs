namespace SupportBot.Operation.Installation;

/// <summary>Before anything is sent: a database that was put back or copied here holds back what its original may have sent already.</summary>
internal sealed partial class RestoredCopy(IInstallationStore store, ILogger<RestoredCopy> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await store.HasComeBackAsync(cancellationToken))
        {
            HeldWork held = await store.HoldAsync(cancellationToken);
            HeldBack(logger, held);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The database is a copy or was put back: held back for good are {Held}")]
    private static partial void HeldBack(ILogger logger, HeldWork held);
}
