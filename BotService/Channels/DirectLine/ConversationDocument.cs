using System.Text.Json.Serialization;

namespace SupportBot.Channels.DirectLine;

/// <summary>Answer to a token, start or reconnect call.</summary>
internal sealed record ConversationDocument
{
    public required string ConversationId { get; init; }

    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    public string? StreamUrl { get; init; }
}


/// <summary>Body of <c>tokens/generate</c>.</summary>
internal sealed record TokenRequest(ChannelAccount? User, IReadOnlyList<string>? TrustedOrigins);

/// <summary>Body of <c>POST conversations</c>.</summary>
internal sealed record StartRequest(ChannelAccount? User, string? Locale);

/// <summary>Answer to a posted activity.</summary>
internal sealed record PostedDocument(string Id);

internal sealed record SessionDocument(string SessionId);
