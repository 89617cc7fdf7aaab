using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SupportBot.BotService.Tests.BotFramework;

/// <summary>A call that reached the Connector.</summary>
public sealed record ConnectorPost(string Method, string Target, string? Authorization, JsonElement Body)
{
    public string? Text => Body.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
}

/// <summary>Stands for a channel's Connector: keeps what it gets, and answers as the test says.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ConnectorPost> calls = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> scripted = new();

    private FakeConnector(WebApplication app) => this.app = app;

    public string Url => $"{app.Urls.First()}/";

    /// <summary>Every call, also those that were refused.</summary>
    public ConnectorPost[] Calls => [.. calls];

    public static async Task<FakeConnector> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        FakeConnector connector = new(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The next call that is not scripted yet is answered so.</summary>
    public void Next(Func<HttpContext, Task> answer) => scripted.Enqueue(answer);

    public void Next(int status, string? retryAfter = null) => Next(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    /// <summary>Takes the next call and never answers.</summary>
    public void NextHangs() => Next(async context =>
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    public Task<ConnectorPost[]> ReceivedAsync(int count) => Visitor.UntilAsync(() => Task.FromResult(Calls), found => found.Length >= count);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        JsonElement body = context.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body) : default;
        calls.Enqueue(new ConnectorPost(context.Request.Method, target, context.Request.Headers.Authorization, body));
        if (scripted.TryDequeue(out Func<HttpContext, Task>? answer))
        {
            await answer(context);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new { id = $"remote-{calls.Count}" });
        }
    }
}
