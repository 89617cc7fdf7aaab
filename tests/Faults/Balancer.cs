using System.Diagnostics;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>HAProxy as <c>deploy/haproxy.cfg</c> has it, with the run's own addresses in place of those of the containers.</summary>
internal sealed class Balancer : IDisposable
{
    // Debian keeps it where only root's path leads.
    private const string Debian = "/usr/sbin/haproxy";

    private readonly string settings = Path.GetTempFileName();
    private readonly Process process;

    private Balancer(ServiceProcess first, ServiceProcess second)
    {
        int port = LoopbackPort.Free();
        Address = new Uri($"http://127.0.0.1:{port}");
        File.WriteAllText(settings, File.ReadAllText(Path.Combine(SourceTree.Root, "deploy", "haproxy.cfg"))
            .Replace("bind :8080", $"bind {Address.Authority}", StringComparison.Ordinal)
            .Replace("node1:5000", first.Address.Authority, StringComparison.Ordinal)
            .Replace("node2:5000", second.Address.Authority, StringComparison.Ordinal));
        try
        {
            process = Process.Start(new ProcessStartInfo(File.Exists(Debian) ? Debian : "haproxy") { ArgumentList = { "-db", "-q", "-f", settings } })!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException("haproxy is not installed: apt-get install haproxy, or run tests/run.", error);
        }
    }

    public Uri Address { get; }

    /// <summary>Returns when it hands requests on.</summary>
    public static async Task<Balancer> StartAsync(ServiceProcess first, ServiceProcess second)
    {
        Balancer balancer = new(first, second);
        using HttpClient http = new();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                (await http.GetAsync(new Uri(balancer.Address, "/health/ready"), limit.Token)).EnsureSuccessStatusCode();
                return balancer;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        File.Delete(settings);
    }
}
