using System.Text.Json.Serialization;

namespace SupportBot.Channels.BotFramework;

/// <summary>A token for calls to Connectors.</summary>
/// <param name="Value">What stands behind Bearer.</param>
/// <param name="RefreshAt">From when on a new one is asked for.</param>
/// <param name="ExpiresAt">From when on it is worth nothing.</param>
internal sealed record ConnectorToken(string Value, DateTimeOffset RefreshAt, DateTimeOffset ExpiresAt);

/// <summary>The authority's answer.</summary>
internal sealed record TokenDocument(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>A Connector's answer: the id of what it took, or of the conversation it made.</summary>
internal sealed record ResourceDocument(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>The documents of authorities and Connectors. Some authorities write numbers as text.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(ResourceDocument))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
