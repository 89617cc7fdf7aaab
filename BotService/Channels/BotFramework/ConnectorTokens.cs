using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly.Timeout;

namespace SupportBot.Channels.BotFramework;

/// <summary>The bot's own token towards Connectors: asked for once by whoever comes first, kept, and renewed before it ends.</summary>
internal sealed partial class ConnectorTokens(IOptions<BotFrameworkOptions> options, IHttpClientFactory clients, ConnectorResilience resilience, TimeProvider time, ILogger<ConnectorTokens> logger) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    // While the authority fails, it is not asked for each message anew.
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim asking = new(1, 1);
    private ConnectorToken? current;
    private DateTimeOffset pausedUntil;

    /// <summary>Whether calls carry a token at all; without an app id they go to a local Emulator, which wants none.</summary>
    public bool AreUsed => options.Value.AppId.Length > 0;

    /// <exception cref="HttpRequestException">There is no token and none can be had now.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref current) is { } token && time.GetUtcNow() < token.RefreshAt)
        {
            return token.Value;
        }

        await asking.WaitAsync(cancellation);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (current is { } renewed && now < renewed.RefreshAt)
            {
                return renewed.Value;
            }

            return (current is { } old && now < old.ExpiresAt ? await RenewAsync(old, now, cancellation) : await AskAsync(cancellation)).Value;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>A Connector refused the token: the next call asks for another.</summary>
    public void Forget(string token)
    {
        if (Volatile.Read(ref current) is { } held && held.Value == token)
        {
            Interlocked.CompareExchange(ref current, null, held);
        }
    }

    public void Dispose() => asking.Dispose();

    private async Task<ConnectorToken> RenewAsync(ConnectorToken old, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < pausedUntil)
        {
            return old;
        }

        try
        {
            return await AskAsync(cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutRejectedException)
        {
            pausedUntil = now + RenewalPause;
            TokenNotRenewed(logger, error);
            return old;
        }
    }

    private async Task<ConnectorToken> AskAsync(CancellationToken cancellation)
    {
        TokenDocument document = await resilience.Repeatable.ExecuteAsync(async stop => await PostAsync(stop), cancellation);
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan lifetime = TimeSpan.FromSeconds(document.ExpiresIn);
        ConnectorToken token = new(document.AccessToken ?? "", now + (lifetime > Early * 2 ? lifetime - Early : lifetime / 2), now + lifetime);
        Volatile.Write(ref current, token);
        return token;
    }

    private async Task<TokenDocument> PostAsync(CancellationToken cancellation)
    {
        using HttpClient client = clients.CreateClient(BotFrameworkServices.AuthorityClient);
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.AppId,
            ["client_secret"] = options.Value.AppPassword,
            ["scope"] = options.Value.TokenScope,
        });
        using HttpResponseMessage response = await client.PostAsync(options.Value.TokenAddress, form, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            // Its body may hold what must not be logged.
            throw new HttpRequestException($"The token endpoint answered {(int)response.StatusCode}. Check BotFramework:AppId, BotFramework:AppPassword and BotFramework:TenantId.", null, response.StatusCode);
        }

        try
        {
            TokenDocument? document = await response.Content.ReadFromJsonAsync(ConnectorJson.Default.TokenDocument, cancellation);
            return document is { AccessToken.Length: > 0, ExpiresIn: > 0 } ? document : throw new HttpRequestException("The token endpoint answered without a token.");
        }
        catch (JsonException error)
        {
            throw new HttpRequestException("The token endpoint's answer is not JSON.", error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The bot's token could not be renewed; the old one is used until it ends")]
    private static partial void TokenNotRenewed(ILogger logger, Exception error);
}
