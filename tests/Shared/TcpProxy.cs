using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SupportBot.Tests.Shared;

/// <summary>A way between two processes that can be cut, held up and watched.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = [];
    private readonly CancellationTokenSource over = new();
    private readonly int target;
    private volatile bool swallowing;
    private volatile int cuts;

    public TcpProxy(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Sees every piece before it is passed on; a piece it answers with false is swallowed.</summary>
    public Func<bool, ReadOnlyMemory<byte>, ValueTask<bool>>? Watch { get; set; }

    /// <summary>How long the server, which keeps its connections alive, needs to notice that one leads nowhere.</summary>
    public TimeSpan NoticedWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long each piece is held up.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many bytes go to the client at a time, once every <see cref="Delay"/>; 0 for all.</summary>
    public int Trickle { get; set; }

    /// <summary>Nothing comes through any more, and no side is told, as by a firewall that has lost its memory.</summary>
    public void Swallow()
    {
        swallowing = true;
        cuts++;
    }

    /// <summary>Connections opened from now on work. Those from before stay dead: the server notices after a while, the client has to find out by itself.</summary>
    public void Heal() => swallowing = false;

    /// <summary>All connections are reset.</summary>
    public void Reset()
    {
        foreach (TcpClient client in open.Keys)
        {
            // Null once its own end has closed it.
            if (client.Client is { } socket)
            {
                socket.LingerState = new LingerOption(true, 0);
            }

            client.Close();
        }
    }

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        Reset();
    }

    private async Task AcceptAsync()
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await listener.AcceptTcpClientAsync(over.Token);
                _ = ServeAsync(client);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient server = new() { NoDelay = true };
        client.NoDelay = true;
        int born = cuts;
        try
        {
            open.TryAdd(client, 0);
            open.TryAdd(server, 0);
            await server.ConnectAsync(IPAddress.Loopback, target, over.Token);
            await Task.WhenAny(PassAsync(client, server, toServer: true, born), PassAsync(server, client, toServer: false, born));
            if (LeadsNowhere(born))
            {
                await Task.Delay(NoticedWithin, over.Token);
                server.Dispose();
                await UntilClosedAsync(client);
            }
        }
        catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Either side has gone: so does the other.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private bool LeadsNowhere(int born) => swallowing || born != cuts;

    private async Task UntilClosedAsync(TcpClient client)
    {
        byte[] lost = new byte[4096];
        while (await client.GetStream().ReadAsync(lost, over.Token) > 0)
        {
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool toServer, int born)
    {
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            int read = await from.GetStream().ReadAsync(buffer, over.Token);
            if (read == 0 || LeadsNowhere(born))
            {
                return;
            }

            if (Watch is null || await Watch(toServer, buffer.AsMemory(0, read)))
            {
                await WriteAsync(to, buffer.AsMemory(0, read), toServer);
            }
        }
    }

    private async Task WriteAsync(TcpClient to, ReadOnlyMemory<byte> bytes, bool toServer)
    {
        int piece = toServer || Trickle == 0 ? bytes.Length : Trickle;
        for (int start = 0; start < bytes.Length; start += piece)
        {
            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, over.Token);
            }

            await to.GetStream().WriteAsync(bytes.Slice(start, Math.Min(piece, bytes.Length - start)), over.Token);
        }
    }
}
