using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.BotService.Tests.Storage;

namespace SupportBot.BotService.Tests;

/// <summary>The real service on a free port of the loopback, with a data folder of its own.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly string directory;
    private readonly bool keepData;
    private readonly WebApplication app;

    private RunningService(WebApplication app, string directory, bool keepData)
    {
        this.app = app;
        this.directory = directory;
        this.keepData = keepData;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string Secret => "test-secret-of-the-store";

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts it; with a directory given, on the data that lies there, which is then kept.</summary>
    public static async Task<RunningService> StartAsync(string? directory = null, params string[] settings)
    {
        string data = directory ?? Path.Combine(Path.GetTempPath(), "supportbot-tests", Guid.NewGuid().ToString("N"));
        WebApplication app = Service.Build([
            "--urls", "http://127.0.0.1:0",
            "--Data:Directory", data,
            "--Articles:Directory", TestStore.Directory,
            "--DirectLine:Secrets:0", "test-secret-of-the-store",
            "--Logging:LogLevel:Default", "Warning",
            "--Staff:PasswordRounds", "10000",
            .. await PostgresServer.SettingsAsync(data),
            .. settings]);
        await app.StartAsync();
        return new RunningService(app, data, directory is not null);
    }

    /// <summary>A visitor with a token of a conversation that has started and who has been greeted: else their first words may come before it.</summary>
    public async Task<Visitor> VisitAsync(string? locale = "en")
    {
        using HttpResponseMessage issued = await Http.PostAsJsonAsync("/api/widget/token", new { locale });
        JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Visitor visitor = new(this, token);
        await visitor.StartAsync(locale);
        await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length > 0);
        return visitor;
    }

    /// <summary>A call with the secret or a token.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? bearer, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (!keepData && System.IO.Directory.Exists(directory))
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }
    }
}
