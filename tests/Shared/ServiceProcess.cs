using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SupportBot.Tests.Shared;

/// <summary>The real service as a process that can be killed, always on the same port and data, with the limits on visitors lifted.</summary>
internal sealed class ServiceProcess(params string[] settings) : IDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-process").FullName;
    private readonly int port = FreePort();
    private Process? process;

    public int Id => process?.Id ?? throw new InvalidOperationException("The service is not running.");

    /// <summary>Where its data lies.</summary>
    public string DataDirectory => directory;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                Program(),
                "--urls", Address.ToString(),
                "--Data:Directory", directory,
                "--Limits:VisitorPerSecond", "100000", "--Limits:VisitorBurst", "100000",
                "--Limits:AddressPerSecond", "100000", "--Limits:AddressBurst", "100000",
                "--Limits:TokensPerSecond", "100000", "--Limits:TokenBurst", "100000",
                "--Logging:LogLevel:Default", "Error",
            },
            RedirectStandardOutput = true,
        };
        foreach (string setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        _ = process.StandardOutput.ReadToEndAsync();
        await UntilReadyAsync();
    }

    /// <summary>Gives the first administrator a one-time password, as one does at the machine itself.</summary>
    public async Task<(string Email, string OneTimePassword)> AdministratorAsync()
    {
        ProcessStartInfo reset = new("dotnet") { ArgumentList = { Program(), "reset-admin", "--Data:Directory", directory, "--Logging:LogLevel:Default", "Error" }, RedirectStandardOutput = true };
        using Process running = Process.Start(reset) ?? throw new InvalidOperationException("dotnet cannot be started.");
        string[] words = (await running.StandardOutput.ReadToEndAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (words[0], words[^1]);
    }

    /// <summary>Tells it to stop (SIGTERM) and leaves it to it.</summary>
    public async Task TellToStopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync(CancellationToken cancellation)
    {
        await (process?.WaitForExitAsync(cancellation) ?? Task.CompletedTask);
        int code = process?.ExitCode ?? 0;
        process?.Dispose();
        process = null;
        return code;
    }

    /// <summary><c>kill -9</c>: no handler runs, no buffer is written.</summary>
    public async Task KillAsync()
    {
        process?.Kill();
        await (process?.WaitForExitAsync() ?? Task.CompletedTask);
        process?.Dispose();
        process = null;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private async Task UntilReadyAsync()
    {
        using HttpClient http = new();
        using CancellationTokenSource limit = new(ReadyWithin);
        while (true)
        {
            try
            {
                using HttpResponseMessage ready = await http.GetAsync(new Uri(Address, "/health/ready"), limit.Token);
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Program() => Path.Combine(Root(), "BotService", "bin", Configuration(), "net10.0", "BotService.dll");

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SupportBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("SupportBot.sln is not above this program.");
    }

    private static string Configuration() => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}
