using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>A mail server on the loopback that keeps what really arrived. The reader's name says how it behaves.</summary>
public sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private int sends;
    private int taken;

    public MailServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Reader and message of everything taken.</summary>
    public ConcurrentQueue<(string To, string Data)> Taken { get; } = [];

    /// <summary>Every so many messages are turned away for the moment; 0 for none.</summary>
    public int RefuseEvery { get; set; }

    /// <summary>Every so many messages are taken, and the connection is cut before a word is said.</summary>
    public int CutEvery { get; set; }

    /// <summary>How long it takes over a message that it has taken.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>The text within a message.</summary>
    public static string TextOf(string data)
    {
        int body = data.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String(data[body..].Replace("\r\n", "", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using TcpClient open = client;
        using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
        await using StreamWriter writer = new(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        string to = "";
        try
        {
            await writer.WriteLineAsync("220 loopback");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line.StartsWith("RCPT", StringComparison.Ordinal))
                {
                    to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                    bool turned = RefuseEvery > 0 && Interlocked.Increment(ref sends) % RefuseEvery == 0;
                    await writer.WriteLineAsync(to.StartsWith("gone", StringComparison.Ordinal) ? "550 no such user" : turned || to.StartsWith("busy", StringComparison.Ordinal) ? "451 try later" : "250 ok");
                }
                else if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    StringBuilder data = new();
                    while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
                    {
                        data.Append(part).Append("\r\n");
                    }

                    Taken.Enqueue((to, data.ToString()));
                    bool cut = CutEvery > 0 && Interlocked.Increment(ref taken) % CutEvery == 0;
                    if (cut || to.StartsWith("silent", StringComparison.Ordinal))
                    {
                        return;
                    }

                    await Task.Delay(Thinks, stop.Token);
                    await writer.WriteLineAsync("250 taken");
                }
                else if (line == "QUIT")
                {
                    return;
                }
                else
                {
                    await writer.WriteLineAsync("250 ok");
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
