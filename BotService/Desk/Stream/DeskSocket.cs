using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Unicode;
using SupportBot.Access;
using SupportBot.Conversations;

namespace SupportBot.Desk.Stream;

/// <summary>One page of the desk. It holds a cursor into the journal; what is shown for a moment waits in a short queue and is dropped when that is full.</summary>
internal sealed class DeskSocket(WebSocket socket, StaffMember member, long cursor, DeskFeed feed, WatchedConversations watches, TimeProvider time) : IDisposable
{
    private const int SessionEnded = 4401;
    private const int MostMoments = 64;
    private const int LongestWait = 3_000;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(15);

    private readonly WakeUp wakeUp = new(time);
    private readonly ConcurrentQueue<byte[]> moments = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private long cursor = cursor;
    private int active = 1;

    public StaffMember Member => member;

    /// <summary>The conversation the page has open.</summary>
    public string? Watching { get; private set; }

    /// <summary>Whether the page shows the lists of all conversations and wants their changes too.</summary>
    public bool FollowsAll { get; private set; }

    /// <summary>How far this page has got in the journal.</summary>
    public long Cursor => Interlocked.Read(ref cursor);

    /// <summary>Whether the page is told of it.</summary>
    public bool Concerns(DeskNotice notice) =>
        notice.Event is { Kind: not DeskEventKind.Conversation } or { Everyone: true } || FollowsAll || IsNear(notice.Event);

    public void Wake() => wakeUp.Wake();

    public void Show(byte[] moment)
    {
        moments.Enqueue(moment);
        while (moments.Count > MostMoments)
        {
            moments.TryDequeue(out _);
        }

        Wake();
    }

    /// <summary>Whether there was a sign of the person since this was last asked.</summary>
    public bool TakeActivity() => Interlocked.Exchange(ref active, 0) == 1;

    /// <summary>Serves the socket until either side closes it or the session ends.</summary>
    public async Task RunAsync(byte[] first, CancellationToken ended, CancellationToken stopping)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(ended, stopping);

        // Not by the same token: a receive that is cancelled tears the socket down before it can say why it closes.
        using CancellationTokenSource deaf = new();
        Task receiving = ReceiveAsync(over, deaf.Token);
        try
        {
            await SendAsync(first);
            await SendNewAsync(over.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or TimeoutException or ObjectDisposedException)
        {
            // The other side has gone, or has to go; it comes back with its cursor.
        }

        await (ended.IsCancellationRequested ? CloseAsync((WebSocketCloseStatus)SessionEnded)
            : stopping.IsCancellationRequested ? CloseAsync(WebSocketCloseStatus.EndpointUnavailable, ComeBack())
            : CloseAsync(WebSocketCloseStatus.NormalClosure));
        deaf.CancelAfter(CloseWithin);
        await receiving;
        await watches.WatchAsync(this, Watching, null);
    }

    public void Dispose()
    {
        sending.Dispose();
    }

    private async Task SendNewAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            while (await SendPageAsync(over))
            {
            }

            while (moments.TryDequeue(out byte[]? moment))
            {
                await SendAsync((byte[])[.. "{\"event\":"u8, .. moment, .. "}"u8]);
            }

            if (!await wakeUp.WaitAsync(KeepAlive, over))
            {
                await SendAsync(ReadOnlyMemory<byte>.Empty);
            }
        }
    }

    private async Task<bool> SendPageAsync(CancellationToken over)
    {
        (IReadOnlyList<DeskNotice> notices, long next) = await feed.ReadAsync(cursor, over);
        if (next == cursor)
        {
            return false;
        }

        ArrayBufferWriter<byte> frame = new(2048);
        Utf8.TryWrite(frame.GetSpan(64), CultureInfo.InvariantCulture, $"{{\"cursor\":{next},\"events\":[", out int written);
        frame.Advance(written);
        int before = frame.WrittenCount;
        foreach (DeskNotice notice in notices)
        {
            Write(frame, notice, before);
        }

        if (frame.WrittenCount > before)
        {
            frame.Write("]}"u8);
            await SendAsync(frame.WrittenMemory);
        }

        Interlocked.Exchange(ref cursor, next);
        return true;
    }

    private void Write(ArrayBufferWriter<byte> frame, DeskNotice notice, int empty)
    {
        if (!Concerns(notice))
        {
            return;
        }

        if (IsNear(notice.Event))
        {
            foreach (byte[] message in notice.Messages)
            {
                Add(frame, message, empty);
            }
        }

        Add(frame, notice.Change, empty);
        if (notice.Offer is { } offer && notice.OfferedTo == member.Id)
        {
            moments.Enqueue(offer);
        }
    }

    private bool IsNear(DeskEvent row) => row.AgentId == member.Id || row.FormerAgentId == member.Id || (row.ConversationId is { } id && id == Watching);

    private static void Add(ArrayBufferWriter<byte> frame, byte[] json, int empty)
    {
        if (frame.WrittenCount > empty)
        {
            frame.Write(","u8);
        }

        frame.Write(json);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask().WaitAsync(SendWithin);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReceiveAsync(CancellationTokenSource over, CancellationToken deaf)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult received = await socket.ReceiveAsync(buffer.AsMemory(), deaf);
                if (received.MessageType == WebSocketMessageType.Close || !received.EndOfMessage)
                {
                    break;
                }

                // Whoever's session has ended is not heard while the socket closes.
                if (!over.IsCancellationRequested && PageReport.Read(buffer.AsSpan(0, received.Count)) is { } report)
                {
                    await HearAsync(report);
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // As above.
        }

        await over.CancelAsync();
    }

    private async Task HearAsync(PageReport report)
    {
        Interlocked.Exchange(ref active, 1);
        FollowsAll = report.All ?? FollowsAll;
        if (report.NamesWatched)
        {
            string? before = Watching;
            Watching = report.Watching;
            await watches.WatchAsync(this, before, Watching);
            watches.TellComposing(this, report.Composing ?? false);
        }
    }

    // Pages wait so long before they come back, so that those of one node do not come all at once.
    private static string ComeBack() => string.Create(CultureInfo.InvariantCulture, $"come back in {Random.Shared.Next(LongestWait)} ms");

    private async Task CloseAsync(WebSocketCloseStatus status, string? reason = null)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using CancellationTokenSource limit = new(CloseWithin);
            try
            {
                await socket.CloseOutputAsync(status, reason, limit.Token);
            }
            catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
            {
                socket.Abort();
            }
        }
    }
}
