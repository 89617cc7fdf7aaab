using System.Globalization;
using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>Starting a conversation and coming back to it.</summary>
internal static class ConversationRoutes
{
    // One id for all starts of a conversation: the second finds the first.
    private const string StartId = "start";

    public static void MapConversations(this RouteGroupBuilder directLine)
    {
        directLine.MapPost("/conversations", Start);
        directLine.MapGet("/conversations/{conversationId}", Reconnect);
        directLine.MapGet("/session/getsessionid", Session).RequireCors(DirectLineServices.SessionCors);
    }

    private static async Task<IResult> Start(HttpRequest request, DirectLineCaller caller, DirectLineTokens tokens, TurnRunner turns, BotAccount bot, CancellationToken cancellation)
    {
        (bool read, StartRequest? body) = await OptionalBody.ReadAsync(request, DirectLineJson.Default.StartRequest);
        if (!read)
        {
            return WireError.BadRequest("The body is not JSON like {\"user\":{\"id\":\"…\"},\"locale\":\"zh-CN\"}.");
        }

        string conversationId = caller.ConversationId ?? DirectLineTokens.NewId();
        string? user = caller.UserId ?? body?.User?.Id;
        if (user?.Length > 256 || body?.Locale?.Length > 64)
        {
            return WireError.BadRequest("user.id may have 256 characters and locale 64 at most.");
        }

        AppendResult result = await turns.ReceiveAsync(Joined(conversationId, user, body, bot), cancellation);
        TokenSubject subject = new(conversationId, user, caller.Origins);
        return Document(request, tokens, subject, "", result.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Reconnect(string conversationId, string? watermark, HttpRequest request, DirectLineCaller caller, DirectLineTokens tokens, IConversationStore store, CancellationToken cancellation)
    {
        if (await store.FindAsync(conversationId, cancellation) is not { } conversation)
        {
            return WireError.NotFound();
        }

        return Watermark.TryRead(watermark, out _)
            ? Document(request, tokens, new TokenSubject(conversationId, caller.UserId ?? conversation.UserId, caller.Origins), watermark ?? "", StatusCodes.Status200OK)
            : WireError.BadRequest("The watermark is not one of ours.");
    }

    private static IResult Session() => Results.Json(new SessionDocument(DirectLineTokens.NewId()), DirectLineJson.Default.SessionDocument);

    private static Append Joined(string conversationId, string? user, StartRequest? body, BotAccount bot)
    {
        ChannelAccount shopper = new() { Id = user ?? "user", Name = body?.User?.Name, Role = "user" };
        Activity joined = new()
        {
            Type = ActivityTypes.ConversationUpdate,
            ChannelId = ConversationKey.DirectLine,
            Conversation = new ConversationAccount { Id = conversationId },
            From = shopper,
            Recipient = bot.Account,
            Locale = body?.Locale,
            MembersAdded = [bot.Account, shopper],
        };
        return new Append
        {
            ConversationId = conversationId,
            Opening = new Opening(ConversationKey.DirectLine, user),
            Messages = [StoredActivity.ToMessage(joined, Sender.Channel) with { ClientId = StartId, TurnPending = true }],
        };
    }

    private static IResult Document(HttpRequest request, DirectLineTokens tokens, TokenSubject subject, string watermark, int status)
    {
        string scheme = request.IsHttps ? "wss" : "ws";
        string ticket = tokens.Issue(TokenUse.Stream, subject);
        string stream = string.Create(CultureInfo.InvariantCulture, $"{scheme}://{request.Host}{request.PathBase}/v3/directline/conversations/{subject.ConversationId}/stream?watermark={Uri.EscapeDataString(watermark)}&t={ticket}");
        return Results.Json(
            new ConversationDocument
            {
                ConversationId = subject.ConversationId,
                Token = tokens.Issue(TokenUse.Conversation, subject),
                ExpiresIn = tokens.LifetimeSeconds,
                StreamUrl = stream,
            },
            DirectLineJson.Default.ConversationDocument,
            statusCode: status);
    }
}
