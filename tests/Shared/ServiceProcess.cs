using System.Diagnostics;

namespace SupportBot.Tests.Shared;

/// <summary>The real service as a process that can be killed, always on the same port and data, with the limits on visitors lifted.</summary>
internal sealed class ServiceProcess(params string[] settings) : IDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private readonly int port = LoopbackPort.Free();
    private Process? process;

    public int Id => process?.Id ?? throw new InvalidOperationException("The service is not running.");

    public bool IsRunning => process is not null;

    /// <summary>Where its data lies.</summary>
    public string DataDirectory { get; init; } = Directory.CreateTempSubdirectory("supportbot-process").FullName;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                Program(),
                "--urls", Address.ToString(),
                "--Data:Directory", DataDirectory,
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
        _ = KeepAsync(process.StandardOutput);
        await UntilReadyAsync();
    }

    /// <summary>Gives the first administrator a one-time password, as one does at the machine itself.</summary>
    public async Task<(string Email, string OneTimePassword)> AdministratorAsync()
    {
        string[] words = (await CommandAsync("reset-admin")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (words[0], words[^1]);
    }

    /// <summary>Runs a command of the program on the same data.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> CommandAsync(params string[] command)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[Program(), .. command, "--Data:Directory", DataDirectory, "--Logging:LogLevel:Default", "Error", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        using Process running = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        string printed = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        return running.ExitCode == 0 ? printed : throw new InvalidOperationException($"{command[0]} ended with {running.ExitCode}.");
    }

    /// <summary>Tells it to stop and leaves it to it.</summary>
    public Task TellToStopAsync() => SignalAsync("TERM");

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

    /// <summary>Sends it a signal such as STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
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
        Directory.Delete(DataDirectory, recursive: true);
    }

    // What the service had to say, for whoever looks into a run that broke and has named a folder for it.
    private async Task KeepAsync(StreamReader output)
    {
        string? logs = Environment.GetEnvironmentVariable("SUPPORTBOT_TEST_LOGS");
        while (await output.ReadLineAsync() is { } line)
        {
            if (logs is not null)
            {
                await File.AppendAllTextAsync(Path.Combine(logs, $"node-{port}.log"), line + Environment.NewLine);
            }
        }
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
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The service at {Address} was not ready within {ReadyWithin.TotalSeconds} s of its start.");
            }

            await Task.Delay(50);
        }
    }

    private static string Program() => Path.Combine(SourceTree.Root, "BotService", "bin", Configuration(), "net10.0", "BotService.dll");


    private static string Configuration() => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}
