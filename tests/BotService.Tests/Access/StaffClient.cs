using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.BotService.Tests.Access;

/// <summary>A browser of a member of staff: it keeps the cookie and sends the header our pages send.</summary>
public sealed class StaffClient : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly CookieContainer cookies = new();
    private readonly RunningService service;

    internal StaffClient(RunningService service, StaffUser user)
    {
        this.service = service;
        User = user;
        Http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = service.Address };
        Http.DefaultRequestHeaders.Add("X-SupportBot", "1");
    }

    public string Id => User.Id;

    public string Email => User.Email;

    public HttpClient Http { get; }

    public string? Cookie => cookies.GetCookies(service.Address)["sb_staff"]?.Value;

    internal StaffUser User { get; }

    /// <summary>Signs in with what is given beside e-mail address and password.</summary>
    public Task<HttpResponseMessage> SignInAsync(string password = Password, string? code = null) =>
        Http.PostAsJsonAsync("/api/staff/sign-in", new { email = Email, password, code });

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage answer = await Http.GetAsync(path);
        return await ReadAsync(answer);
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpResponseMessage answer = await CallAsync(method, path, body);
        return await ReadAsync(answer);
    }

    /// <summary>A call whose answer may be a refusal.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await Http.SendAsync(request);
    }

    /// <summary>The status and the refusal's code, which is empty when it is none.</summary>
    public async Task<(HttpStatusCode Status, string Code)> RefusalAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpResponseMessage answer = await CallAsync(method, path, body);
        return await RefusalOfAsync(answer);
    }

    public static async Task<(HttpStatusCode Status, string Code)> RefusalOfAsync(HttpResponseMessage answer)
    {
        string code = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()! : "";
        return (answer.StatusCode, code);
    }

    public async Task<ClientWebSocket> ConnectAsync(string path, string? origin = null)
    {
        ClientWebSocket socket = new();
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", origin ?? service.Address.GetLeftPart(UriPartial.Authority));
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(new UriBuilder(new Uri(service.Address, path)) { Scheme = "ws" }.Uri, limit.Token);
        return socket;
    }

    public void Dispose() => Http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}

internal static class Staff
{
    /// <summary>A new member with these roles, signed in.</summary>
    public static async Task<StaffClient> SignInAsync(this RunningService service, params Role[] roles)
    {
        StaffClient client = await service.HireAsync(roles);
        using HttpResponseMessage answer = await client.SignInAsync();
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A new member with these roles and <see cref="StaffClient.Password"/>, not signed in.</summary>
    public static async Task<StaffClient> HireAsync(this RunningService service, params Role[] roles)
    {
        string id = Guid.NewGuid().ToString("N");
        StaffUser user = new()
        {
            Id = id,
            Email = $"{id}@shop.example",
            Name = $"{roles.FirstOrDefault()} {id[..4]}",
            Roles = roles,
            PasswordHash = service.Get<StaffPasswords>().Hash(StaffClient.Password),
            CreatedAt = service.Get<TimeProvider>().GetUtcNow(),
        };
        await service.Get<IStaffStore>().AddAsync(user, AuditEntry.ByConsole("user.add", id), onlyFirst: false, default);
        return new StaffClient(service, user);
    }
}
