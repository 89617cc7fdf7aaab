using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What <c>compose.yaml</c> describes, built and started as a project of its own on a free port, and taken away at the end with its volumes.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private const string Project = "supportbot-faults";

    private readonly string[] program;
    private readonly int port = LoopbackPort.Free();

    private Composition(string[] program) => this.program = program;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public static async Task<Composition> StartAsync()
    {
        Composition made = new(await ProgramAsync());
        try
        {
            await made.AskAsync("up", "--build", "-d");
            await made.HealthyAsync("node1");
            await made.HealthyAsync("node2");
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>A new container in place of the old one, as with a new image.</summary>
    public Task ReplaceAsync(string service) => AskAsync("up", "-d", "--no-deps", "--force-recreate", service);

    public async Task KillAsync(string service)
    {
        await AskAsync("kill", service);
        await AskAsync("start", service);
    }

    /// <summary>Waits until it is healthy, as an operator would see it.</summary>
    public async Task HealthyAsync(string service)
    {
        for (Stopwatch waiting = Stopwatch.StartNew(); !(await AskAsync("ps", service)).Contains("(healthy)", StringComparison.Ordinal); await Task.Delay(500))
        {
            if (waiting.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new TimeoutException($"{service} is not healthy: {await AskAsync("logs", "--tail", "30", service)}");
            }
        }
    }

    public async ValueTask DisposeAsync() => await AskAsync("down", "--volumes");

    private async Task<string> AskAsync(params string[] arguments)
    {
        (int code, string said) = await TryAsync([.. program, "--project-name", Project, "--file", Path.Combine(SourceTree.Root, "compose.yaml"), .. arguments], port);
        return code == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', program)} {string.Join(' ', arguments)} ended with {code}: {said}");
    }

    private static async Task<string[]> ProgramAsync()
    {
        foreach (string[] program in new string[][] { ["docker", "compose"], ["docker-compose"] })
        {
            if ((await TryAsync([.. program, "version"], 0)).Code == 0)
            {
                return program;
            }
        }

        throw new InvalidOperationException("Docker Compose is not installed.");
    }

    private static async Task<(int Code, string Said)> TryAsync(string[] command, int port)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["POSTGRES_PASSWORD"] = Project.Replace("-", "", StringComparison.Ordinal);
        try
        {
            using Process running = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} cannot be started.");
            Task<string> output = running.StandardOutput.ReadToEndAsync();
            Task<string> errors = running.StandardError.ReadToEndAsync();
            await running.WaitForExitAsync();
            return (running.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }
}
