using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>
/// One client's socket. It holds a watermark and no queue: a wake-up makes it read what lies beyond and send it. While it is
/// idle it costs one pending read without a buffer.
/// </summary>
internal sealed class ActivitySocket(WebSocket socket, string conversationId, long watermark, IConversationStore store, TimeSpan sendTimeout) : IFeedReader
{
    private const int PageSize = 50;
    private const int LargestFrame = 4096;
    private const int LongestWait = 3_000;
    private const WebSocketCloseStatus ServiceRestart = (WebSocketCloseStatus)1012;

    private const int Idle = 0;
    private const int Pumping = 1;
    private const int WokenAgain = 2;

    private long watermark = watermark;
    private int state = Idle;
    private bool keepAliveDue;
    private bool goingAway;
    private ReadOnlyMemory<byte> moment;

    public string ConversationId => conversationId;

    /// <summary>Serves the socket until either side closes it.</summary>
    public async Task RunAsync(ConversationFeed feed)
    {
        using IDisposable following = feed.Follow(conversationId, this);
        Wake();
        try
        {
            await ReceiveAsync();
            await SayGoodbyeAsync(WebSocketCloseStatus.NormalClosure);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side has gone; it comes back with its watermark.
        }
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref state, WokenAgain) == Idle)
        {
            _ = PumpAsync();
        }
    }

    public void Show(ReadOnlyMemory<byte> activity)
    {
        moment = activity;
        Wake();
    }

    public void KeepAlive()
    {
        keepAliveDue = true;
        Wake();
    }

    /// <summary>Tells the client to come back later, here or on another node.</summary>
    public void GoAway()
    {
        goingAway = true;
        Wake();
    }

    private async Task PumpAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            do
            {
                Volatile.Write(ref state, Pumping);
                await SendNewAsync();
            }
            while (Interlocked.CompareExchange(ref state, Idle, Pumping) != Pumping);
        }
        catch (Exception)
        {
            // A socket that cannot be served is closed, and its client resumes: nothing depends on this one.
            socket.Abort();
        }
    }

    private async Task SendNewAsync()
    {
        if (socket.State == WebSocketState.CloseSent)
        {
            // The client comes back for what is new; an attempt to send it would tear the socket down before the goodbye is read.
            return;
        }

        IReadOnlyList<Message> page;
        do
        {
            page = await store.ReadAsync(conversationId, watermark, PageSize, CancellationToken.None);
            foreach (Message message in page)
            {
                watermark = message.Sequence;
                await SendOneAsync(message);
            }
        }
        while (page.Count == PageSize);

        if (!moment.IsEmpty)
        {
            ReadOnlyMemory<byte> shown = moment;
            moment = default;
            await SendAsync((byte[])[.. "{\"activities\":["u8, .. shown.Span, .. "]}"u8]);
        }

        if (keepAliveDue)
        {
            keepAliveDue = false;
            await SendAsync(ReadOnlyMemory<byte>.Empty);
        }

        if (goingAway)
        {
            // Clients wait so long before they come back, so that those of one node do not come all at once.
            await SayGoodbyeAsync(ServiceRestart, string.Create(CultureInfo.InvariantCulture, $"come back in {Random.Shared.Next(LongestWait)} ms"));
        }
    }

    // One activity a frame: the official client hands on the activities of a frame one timer tick at a time, so that those of
    // two frames close together would come out mixed.
    private async Task SendOneAsync(Message message)
    {
        if (message.Sender.IsShownToShopper())
        {
            ArrayBufferWriter<byte> json = new(1024);
            StoredActivity.WriteSet([message], watermark, json);
            keepAliveDue = false;
            await SendAsync(json.WrittenMemory);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame) =>
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask().WaitAsync(sendTimeout);

    // Clients have nothing to say here but empty frames; waiting for the next without a buffer keeps an idle socket small.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReceiveAsync()
    {
        while (true)
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(LargestFrame);
            try
            {
                ValueWebSocketReceiveResult received = await socket.ReceiveAsync(buffer.AsMemory(0, LargestFrame), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close || !received.EndOfMessage)
                {
                    return;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async Task SayGoodbyeAsync(WebSocketCloseStatus status, string? reason = null)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(status, reason, limit.Token);
        }
    }
}
