using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using SupportBot.Access;
using SupportBot.Desk.Presence;
using SupportBot.Operation;

namespace SupportBot.Desk.Stream;

/// <summary>Opens a socket of the desk.</summary>
internal static class StreamRoute
{
    // Browsers answer pings by themselves: a page that does not is gone.
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(10);

    public static void MapStream(this RouteGroupBuilder desk) =>
        desk.MapGet("/stream", OpenAsync).WithSummary("WebSocket: what changes, from a cursor on");

    private static async Task<IResult> OpenAsync(
        HttpContext context,
        string? cursor,
        StaffMember member,
        IDeskJournal journal,
        DeskFeed feed,
        DeskSockets sockets,
        WatchedConversations watches,
        PresenceKeeper presence,
        StaffSessions sessions,
        Drain drain,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Refusal.Unreadable;
        }

        if (drain.Leaving.IsCancellationRequested)
        {
            return Refusal.Busy;
        }

        long newest = await feed.NewestAsync(cancellation);
        if (!Paging.TryRead(cursor, newest, out long from))
        {
            return Refusal.WrongCursor;
        }

        (long oldest, _) = await journal.EndsAsync(cancellation);
        bool lost = from > newest || from < oldest - 1;
        using StaffSessions.Watch watch = sessions.Follow(member.SessionId);
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Ping, KeepAliveTimeout = Ping });
        using DeskSocket served = new(socket, member, lost ? newest : from, feed, watches, time);
        if (!sockets.TryAdd(served))
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "Too many sockets", CancellationToken.None);
            return Results.Empty;
        }

        try
        {
            await presence.ArriveAsync(member.Id);
            await served.RunAsync(Greeting(lost, lost ? newest : from), watch.Ended, drain.Leaving);
        }
        finally
        {
            sockets.Remove(served);
        }

        return Results.Empty;
    }

    private static byte[] Greeting(bool lost, long cursor) => Encoding.UTF8.GetBytes(lost
        ? string.Create(CultureInfo.InvariantCulture, $"{{\"reset\":true,\"cursor\":{cursor}}}")
        : string.Create(CultureInfo.InvariantCulture, $"{{\"cursor\":{cursor},\"events\":[]}}"));
}
