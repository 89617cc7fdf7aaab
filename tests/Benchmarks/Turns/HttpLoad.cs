using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Benchmarks.Turns;

/// <summary>A frugal HTTP client on bare sockets, so that the measured server and not the client is the limit.</summary>
internal sealed class HttpLoad(Uri address, Func<int, int, string> body)
{
    private readonly ConcurrentBag<double> milliseconds = [];

    /// <summary>Sends on all connections at once, one request after the other on each, for the given time.</summary>
    /// <returns>Latencies in milliseconds, ascending.</returns>
    public async Task<double[]> RunAsync(int connections, TimeSpan time)
    {
        milliseconds.Clear();
        Stopwatch clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => ServeAsync(number, clock, time))));
        double[] all = [.. milliseconds];
        Array.Sort(all);
        return all;
    }

    private async Task ServeAsync(int connection, Stopwatch clock, TimeSpan time)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        byte[] buffer = new byte[64 * 1024];
        List<double> own = [];
        for (int number = 0; clock.Elapsed < time; number++)
        {
            byte[] content = Encoding.UTF8.GetBytes(body(connection, number));
            byte[] request = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\n\r\n")), .. content];
            long started = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await ReceiveAsync(socket, buffer);
            own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        own.ForEach(milliseconds.Add);
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        int filled = 0;
        do
        {
            int count = await socket.ReceiveAsync(buffer.AsMemory(filled));
            filled += count > 0 ? count : throw new IOException("The server closed the connection.");
        }
        while (!IsWhole(buffer.AsSpan(0, filled)));
    }

    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        int end = response.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        string head = Encoding.ASCII.GetString(response[..end]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new IOException($"The server answered {head.Split('\r')[0]}: {Encoding.UTF8.GetString(response[end..])}");
        }

        int at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? response.EndsWith("0\r\n\r\n"u8)
            : response.Length >= end + 4 + int.Parse(head[(at + 15)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
