using System.Net.WebSockets;

namespace SupportBot.BotService.Tests.DirectLine;

/// <summary>A socket that only tells how it was closed.</summary>
internal sealed class LateSocket : WebSocket
{
    private readonly TaskCompletionSource<WebSocketCloseStatus> closed = new();

    public Task<WebSocketCloseStatus> Closed => closed.Task;

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => closed.Task.IsCompleted ? WebSocketState.CloseSent : WebSocketState.Open;

    public override string? SubProtocol => null;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        closed.TrySetResult(closeStatus);
        return Task.CompletedTask;
    }

    public override void Abort() => closed.TrySetResult(WebSocketCloseStatus.Empty);

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override void Dispose()
    {
    }

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => Task.CompletedTask;
}
