namespace SupportBot.Channels.DirectLine;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal static class TokenRoutes
{
    private const int MaxOrigins = 20;

    public static void MapTokens(this RouteGroupBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", Generate);
        directLine.MapPost("/tokens/refresh", Refresh);
    }

    private static async Task<IResult> Generate(HttpRequest request, DirectLineCaller caller, DirectLineTokens tokens)
    {
        if (!caller.HasSecret)
        {
            return WireError.Unauthorized("A new token needs the secret. With a token, use tokens/refresh.");
        }

        (bool read, TokenRequest? body) = await OptionalBody.ReadAsync(request, DirectLineJson.Default.TokenRequest);
        if (!read)
        {
            return WireError.BadRequest("The body is not JSON like {\"user\":{\"id\":\"dl_…\"}}.");
        }

        if (body?.User?.Id is { } user && !(user.StartsWith("dl_", StringComparison.Ordinal) && user.Length <= 128))
        {
            return WireError.BadRequest("user.id must begin with dl_ and have at most 128 characters.");
        }

        if (body?.TrustedOrigins is { Count: > MaxOrigins })
        {
            return WireError.BadRequest($"trustedOrigins may name at most {MaxOrigins} origins.");
        }

        return Document(tokens, new TokenSubject(DirectLineTokens.NewId(), body?.User?.Id, body?.TrustedOrigins ?? []));
    }

    private static IResult Refresh(DirectLineCaller caller, DirectLineTokens tokens) => caller.ConversationId is { } conversation
        ? Document(tokens, new TokenSubject(conversation, caller.UserId, caller.Origins))
        : WireError.BadRequest("Only a token can be refreshed; the secret does not expire.");

    private static IResult Document(DirectLineTokens tokens, TokenSubject subject) => Results.Json(
        new ConversationDocument
        {
            ConversationId = subject.ConversationId,
            Token = tokens.Issue(TokenUse.Conversation, subject),
            ExpiresIn = tokens.LifetimeSeconds,
        },
        DirectLineJson.Default.ConversationDocument);
}
