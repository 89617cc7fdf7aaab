using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Channels.DirectLine;

namespace SupportBot.Channels.Widget;

/// <summary><c>POST /api/widget/token</c>: an anonymous visitor's way in, without a secret; with a resume key, back into the same conversation.</summary>
internal static class WidgetToken
{
    public static void MapWidget(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/widget/token", Issue).RequireCors(DirectLineServices.Cors);

    private static async Task<IResult> Issue(HttpContext context, DirectLineTokens tokens, VisitorLimits limits, IOptions<DirectLineOptions> options)
    {
        string origin = context.Request.Headers.Origin.ToString();
        if (!options.Value.Allows(origin))
        {
            return WireError.Of(StatusCodes.Status403Forbidden, "OriginNotAllowed", "This page may not open a chat. Add its origin to DirectLine:AllowedOrigins.");
        }

        if (limits.Token(context.Connection.RemoteIpAddress) is { } wait)
        {
            return WireError.TooMany(context, wait, "Too many new chats from this address. Wait a moment and try again.");
        }

        (bool read, WidgetTokenRequest? body) = await OptionalBody.ReadAsync(context.Request, WidgetJson.Default.WidgetTokenRequest);
        if (!read)
        {
            return WireError.BadRequest("The body is not JSON like {\"resume\":\"…\"}.");
        }

        TokenSubject? subject = await SubjectAsync(body?.Resume, tokens);
        return subject is null
            ? WireError.Of(StatusCodes.Status403Forbidden, "ResumeExpired", "The earlier conversation can no longer be taken up. Start a new one.")
            : Results.Json(Document(subject, tokens, options.Value), WidgetJson.Default.WidgetTokenDocument);
    }

    private static async ValueTask<TokenSubject?> SubjectAsync(string? resume, DirectLineTokens tokens)
    {
        if (string.IsNullOrEmpty(resume))
        {
            return new TokenSubject(DirectLineTokens.NewId(), "dl_" + DirectLineTokens.NewId(), []);
        }

        (TokenCheck check, TokenSubject? subject) = await tokens.CheckAsync(TokenUse.Resume, resume);
        return check == TokenCheck.Good ? subject : null;
    }

    private static WidgetTokenDocument Document(TokenSubject subject, DirectLineTokens tokens, DirectLineOptions options) => new()
    {
        ConversationId = subject.ConversationId,
        Token = tokens.Issue(TokenUse.Conversation, subject),
        ExpiresIn = tokens.LifetimeSeconds,
        Resume = tokens.Issue(TokenUse.Resume, subject),
        MaxUploadBytes = options.MaxUploadBytes,
        AcceptedTypes = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"],
    };
}

internal sealed record WidgetTokenRequest(string? Locale, string? Resume);

/// <summary>As Direct Line's token document, with what the widget needs besides.</summary>
internal sealed record WidgetTokenDocument
{
    public required string ConversationId { get; init; }

    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>Good for a fresh token of this conversation for 90 days.</summary>
    public required string Resume { get; init; }

    public required int MaxUploadBytes { get; init; }

    /// <summary>What the file dialog offers.</summary>
    public required IReadOnlyList<string> AcceptedTypes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WidgetTokenRequest))]
[JsonSerializable(typeof(WidgetTokenDocument))]
internal sealed partial class WidgetJson : JsonSerializerContext;
