namespace SupportBot.BotService.Tests.Shop;

/// <summary>A running service whose shop is the demo's, for all tests of a class.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public RunningService Running { get; private set; } = null!;

    public async Task InitializeAsync() => Running = await RunningService.StartAsync(null, "--Shop:Demo", "true");

    public Task DisposeAsync() => Running.DisposeAsync().AsTask();
}
