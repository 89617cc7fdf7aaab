using System.Diagnostics;

namespace SupportBot.Benchmarks.Turns;

/// <summary>The npm botbuilder echo bot on Node, installed from its lock file.</summary>
internal sealed class EchoBot : IDisposable
{
    private readonly Process process;

    private EchoBot(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    public static async Task<EchoBot> StartAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Turns", "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using Process install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder }) ?? throw new InvalidOperationException("npm cannot be started.");
            await install.WaitForExitAsync();
        }

        Process node = Process.Start(new ProcessStartInfo("node", ["echo-bot.js"]) { WorkingDirectory = folder, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("node cannot be started.");
        string? line = await node.StandardOutput.ReadLineAsync();
        return new EchoBot(node, new Uri(line ?? throw new InvalidOperationException("The echo bot did not start.")));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
