using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Channels.DirectLine;

/// <summary>Opens a socket. The URL carries its own short-lived token, so no header is needed.</summary>
internal static class StreamRoute
{
    public static void MapStream(this IEndpointRouteBuilder directLine) =>
        directLine.MapGet("/conversations/{conversationId}/stream", Stream);

    private static async Task<IResult> Stream(
        string conversationId,
        string? t,
        HttpContext context,
        DirectLineTokens tokens,
        IConversationStore store,
        ConversationFeed feed,
        SocketRegistry registry,
        Drain drain,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return WireError.BadRequest("This address is for WebSockets.");
        }

        if (drain.Leaving.IsCancellationRequested)
        {
            return WireError.Leaving(context);
        }

        (TokenCheck check, TokenSubject? subject) = await tokens.CheckAsync(TokenUse.Stream, t ?? "");
        string origin = context.Request.Headers.Origin.ToString();
        if (check == TokenCheck.Expired)
        {
            return WireError.TokenExpired();
        }

        if (subject is null || subject.ConversationId != conversationId || !subject.Allows(origin) || !options.Value.Allows(origin))
        {
            return WireError.Unauthorized("The stream URL is not one of ours, or this page may not use it.");
        }

        string? watermark = context.Request.Query["watermark"];
        if (await store.FindAsync(conversationId, cancellation) is not { } conversation || !Watermark.TryRead(watermark, out long after))
        {
            return WireError.NotFound();
        }

        await ServeAsync(context, conversationId, watermark is null or "-" ? conversation.LastSequence : after, store, feed, registry, options.Value);
        return Results.Empty;
    }

    private static async Task ServeAsync(HttpContext context, string conversationId, long after, IConversationStore store, ConversationFeed feed, SocketRegistry registry, DirectLineOptions options)
    {
        // Keep-alive is ours (an empty text frame, as clients expect); compression would cost memory on every idle socket.
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        ActivitySocket served = new(socket, conversationId, after, store, options.SendTimeout);
        if (!registry.TryAdd(served))
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "Too many sockets", CancellationToken.None);
            return;
        }

        try
        {
            await served.RunAsync(feed);
        }
        finally
        {
            registry.Remove(served);
        }
    }
}
