using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.BotFramework;

/// <summary>An authority's signing keys as fetched at one time.</summary>
internal sealed record SigningKeySet(DateTimeOffset FetchedAt, FrozenDictionary<string, JsonWebKey> Keys)
{
    public static SigningKeySet Of(DateTimeOffset fetchedAt, JsonWebKeySet document) =>
        new(fetchedAt, document.Keys.Where(key => key.Kid is not null).DistinctBy(key => key.Kid).ToFrozenDictionary(key => key.Kid, StringComparer.Ordinal));

    /// <summary>Whether the authority vouches with this key for activities of the channel.</summary>
    public static bool Endorses(JsonWebKey key, string? channelId) =>
        channelId is not null && key.AdditionalData.TryGetValue("endorsements", out object? endorsements) && endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(channelId)),
            IEnumerable<object> list => list.Contains(channelId),
            _ => false,
        };
}
