using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.BotFramework;

/// <summary>
/// The signing keys of one authority: fetched when first needed, again every day, and when a token names an unknown key,
/// but then only every few minutes, or anybody could make us flood the authority with invented key ids.
/// </summary>
internal sealed partial class SigningKeys(string metadataAddress, IDocumentRetriever documents, TimeSpan refreshInterval, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    // Without any key nobody can be let in: worth asking more often.
    private static readonly TimeSpan FirstFetchInterval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim fetching = new(1, 1);
    private SigningKeySet? keys;
    private DateTimeOffset? triedAt;

    /// <summary>The key of that id, or null when the authority has none.</summary>
    /// <exception cref="SigningKeysUnavailableException">There are no keys yet and the authority cannot be reached.</exception>
    public async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        SigningKeySet? known = Volatile.Read(ref keys);
        if (known is null || IsOld(known) || !known.Keys.ContainsKey(keyId))
        {
            known = await RefreshAsync(known, cancellation);
        }

        return (known ?? throw new SigningKeysUnavailableException(metadataAddress)).Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => fetching.Dispose();

    private bool IsOld(SigningKeySet set) => time.GetUtcNow() - set.FetchedAt >= Daily;

    private async Task<SigningKeySet?> RefreshAsync(SigningKeySet? known, CancellationToken cancellation)
    {
        await fetching.WaitAsync(cancellation);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (!ReferenceEquals(known, keys) || now - triedAt < (known is null ? FirstFetchInterval : refreshInterval))
            {
                return keys;
            }

            triedAt = now;

            // Not the caller's cancellation: whoever hangs up must not use up the fetch that others wait for.
            OpenIdConnectConfiguration configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, documents, CancellationToken.None);
            Volatile.Write(ref keys, SigningKeySet.Of(now, configuration.JsonWebKeySet ?? new JsonWebKeySet()));
        }
        catch (Exception error)
        {
            // Known keys stay good while the authority is away.
            KeysNotFetched(logger, metadataAddress, error);
        }
        finally
        {
            fetching.Release();
        }

        return keys;
    }

    [LoggerMessage(LogLevel.Error, "The signing keys of {Metadata} could not be fetched")]
    private static partial void KeysNotFetched(ILogger logger, string metadata, Exception error);
}
