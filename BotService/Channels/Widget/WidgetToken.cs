using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Channels.DirectLine;
using SupportBot.Desk;

namespace SupportBot.Channels.Widget;

/// <summary><c>POST /api/widget/token</c>: a visitor's way in, without a secret; with a resume key, back into the same conversation, and with the store site's signature, as its customer.</summary>
internal static class WidgetToken
{
    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/widget/token", Issue).RequireCors(DirectLineServices.Cors);
        routes.MapViewedPage();
    }

    private static async Task<IResult> Issue(HttpContext context, WidgetDoor door, VisitorLimits limits, DirectLineTokens tokens, IOptions<DirectLineOptions> options, IOptions<DeskOptions> desk)
    {
        string origin = context.Request.Headers.Origin.ToString();
        if (!options.Value.Allows(origin))
        {
            return WireError.Of(StatusCodes.Status403Forbidden, "OriginNotAllowed", "This page may not open a chat. Add its origin to DirectLine:AllowedOrigins.");
        }

        if (await limits.TokenAsync(context.Connection.RemoteIpAddress) is { } wait)
        {
            return WireError.TooMany(context, wait, "Too many new chats from this address. Wait a moment and try again.");
        }

        (bool read, WidgetTokenRequest? body) = await OptionalBody.ReadAsync(context.Request, WidgetJson.Default.WidgetTokenRequest);
        if (!read)
        {
            return WireError.BadRequest("The body is not JSON like {\"resume\":\"…\",\"identity\":\"…\"}.");
        }

        (TokenSubject? subject, IResult? refusal) = await door.EnterAsync(body?.Resume, body?.Identity, context.Connection.RemoteIpAddress, context.RequestAborted);
        return subject is null ? refusal ?? WireError.NotFound() : Results.Json(Document(subject, tokens, options.Value, desk.Value), WidgetJson.Default.WidgetTokenDocument);
    }

    private static WidgetTokenDocument Document(TokenSubject subject, DirectLineTokens tokens, DirectLineOptions options, DeskOptions desk) => new()
    {
        ConversationId = subject.ConversationId,
        Token = tokens.Issue(TokenUse.Conversation, subject),
        ExpiresIn = tokens.LifetimeSeconds,
        Resume = tokens.Issue(TokenUse.Resume, subject),
        MaxUploadBytes = options.MaxUploadBytes,
        AcceptedTypes = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain"],
        Peek = desk.Peek,
        ViewedPage = desk.ViewedPage,
    };
}

/// <param name="Resume">Takes up an earlier conversation.</param>
/// <param name="Identity">Who is signed in at the store site, as it has signed it.</param>
internal sealed record WidgetTokenRequest(string? Locale, string? Resume, string? Identity);

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

    /// <summary>Whether what is being typed is shown to the agent who has the chat: then the widget says so.</summary>
    public bool Peek { get; init; }

    /// <summary>Whether the desk wants to know the page being viewed.</summary>
    public bool ViewedPage { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WidgetTokenRequest))]
[JsonSerializable(typeof(WidgetTokenDocument))]
[JsonSerializable(typeof(ViewedPageRequest))]
internal sealed partial class WidgetJson : JsonSerializerContext;
