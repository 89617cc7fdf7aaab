namespace SupportBot.BotService.Tests.BotFramework;

/// <summary>One bot for all tests of a class.</summary>
public sealed class SharedBot : IAsyncLifetime
{
    public Bot Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await Bot.StartAsync();

    public Task DisposeAsync() => Bot.DisposeAsync().AsTask();
}
