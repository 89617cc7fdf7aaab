namespace SupportBot.BotService.Tests;

/// <summary>One running service for all tests of a class.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public RunningService Running { get; private set; } = null!;

    public async Task InitializeAsync() => Running = await RunningService.StartAsync();

    public Task DisposeAsync() => Running.DisposeAsync().AsTask();
}
