using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Tests.Shared;

/// <summary>A private Redis on a free port of the loopback that keeps nothing on the disk; it can be killed and started again.</summary>
internal sealed class RedisServer(params string[] settings) : IDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(20);

    private Process? process;

    public int Port { get; } = LoopbackPort.Free();

    public string Address => $"127.0.0.1:{Port}";

    public int Id => process?.Id ?? throw new InvalidOperationException("Redis is not running.");

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("redis-server") { RedirectStandardOutput = true };
        foreach (string argument in (string[])["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no", "--dir", Path.GetTempPath(), .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException("redis-server is not installed: apt-get install redis-server, or run tests/run.", error);
        }

        _ = process?.StandardOutput.ReadToEndAsync();
        await UntilReadyAsync();
    }

    public async Task KillAsync()
    {
        process?.Kill();
        await (process?.WaitForExitAsync() ?? Task.CompletedTask);
        process?.Dispose();
        process = null;
    }

    /// <summary>One command in Redis's own words, such as <c>FLUSHALL</c>.</summary>
    /// <returns>The first line of the answer.</returns>
    public async Task<string> AskAsync(string command)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        using StreamReader reader = new(client.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using CancellationTokenSource limit = new(ReadyWithin);
        while (true)
        {
            try
            {
                if (await AskAsync("PING") == "+PONG")
                {
                    return;
                }
            }
            catch (Exception error) when (error is SocketException or IOException)
            {
                // Not listening yet.
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
