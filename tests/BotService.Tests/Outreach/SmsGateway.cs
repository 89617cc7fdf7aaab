using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>A text message gateway on the loopback. A number's last digit says how it answers: 1 refuses, 2 is busy, 3 fails after it has taken the message.</summary>
public sealed class SmsGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private SmsGateway(WebApplication app) => this.app = app;

    public string Url => $"{app.Urls.First()}/send";

    public ConcurrentQueue<JsonElement> Taken { get; } = [];

    /// <summary>Whether every number is answered well from now on.</summary>
    public bool IsMended { get; set; }

    /// <summary>What it waits for before it answers, when it has taken the message.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public string? Key { get; private set; }

    public static async Task<SmsGateway> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        SmsGateway gateway = new(app);
        app.MapPost("/send", async context =>
        {
            JsonElement message = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
            gateway.Key = context.Request.Headers["X-Key"];
            char last = gateway.IsMended ? '0' : message.GetProperty("to").GetString()![^1];
            if (last is not ('1' or '2'))
            {
                gateway.Taken.Enqueue(message);
            }

            await gateway.Answers;
            context.Response.StatusCode = last switch { '1' => 400, '2' => 429, '3' => 502, _ => 200 };
        });
        await app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
