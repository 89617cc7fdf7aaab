using System.Diagnostics;
using System.Globalization;

namespace SupportBot.Tests.Shared;

/// <summary>A PostgreSQL of our own, started by <c>tests/postgres</c>. It ends with this process, however that ends.</summary>
internal sealed class PrivatePostgres : IDisposable
{
    private readonly Process script;
    private readonly string folder;
    private readonly string programs;

    private PrivatePostgres(Process script, string connectionString, string folder, string programs)
    {
        this.script = script;
        this.folder = folder;
        this.programs = programs;
        ConnectionString = connectionString;
    }

    /// <summary>Of the server's administrator, who may create databases.</summary>
    public string ConnectionString { get; }

    /// <param name="durable">Whether it syncs to the disk, as a run needs that measures or kills it.</param>
    /// <param name="counting">With <paramref name="durable"/>, whether its statements are counted.</param>
    public static async Task<PrivatePostgres> StartAsync(bool durable = false, bool counting = false)
    {
        ProcessStartInfo start = new("bash") { ArgumentList = { Script() }, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (durable)
        {
            start.ArgumentList.Add("--durable");
        }

        if (counting)
        {
            start.ArgumentList.Add("--counting");
        }

        Process script = Process.Start(start) ?? throw new InvalidOperationException("bash cannot be started.");
        string? connectionString = await script.StandardOutput.ReadLineAsync();
        string[] places = (await script.StandardOutput.ReadLineAsync())?.Split(' ') ?? [];
        return connectionString is not null && places is [var folder, var programs]
            ? new PrivatePostgres(script, connectionString, folder, programs)
            : throw new InvalidOperationException($"No private PostgreSQL: {await script.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Ends it at once, as a crash would, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await ControlAsync("stop", "-m", "immediate");
        await ControlAsync("start");
    }

    /// <summary>Runs <c>pg_ctl</c>.</summary>
    public async Task ControlAsync(params string[] command)
    {
        bool root = Environment.UserName == "root";
        ProcessStartInfo start = new(root ? "runuser" : Path.Combine(programs, "pg_ctl")) { WorkingDirectory = "/" };
        foreach (string argument in (string[])[.. root ? ["-u", "postgres", "--", Path.Combine(programs, "pg_ctl")] : (string[])[], .. command, "-D", folder, "-w", "-s", "-l", Path.Combine(folder, "server.log")])
        {
            start.ArgumentList.Add(argument);
        }

        using Process control = Process.Start(start) ?? throw new InvalidOperationException("pg_ctl cannot be started.");
        await control.WaitForExitAsync();
    }

    /// <summary>Changes a setting while it runs.</summary>
    public async Task SetAsync(string name, string value)
    {
        // The last line that names it counts.
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), $"{name} = {value}{Environment.NewLine}");
        await ControlAsync("reload");
    }

    /// <summary>What <c>psql</c> says to a statement, for whoever looks on.</summary>
    public async Task<string> AskAsync(string statement)
    {
        string address = ConnectionString.Replace("Username=", "user=", StringComparison.Ordinal).Replace("Database=", "dbname=", StringComparison.Ordinal).Replace(';', ' ').ToLowerInvariant();
        ProcessStartInfo start = new(Path.Combine(programs, "psql")) { ArgumentList = { "-X", "-d", address, "-c", statement }, RedirectStandardOutput = true, WorkingDirectory = "/" };
        using Process psql = Process.Start(start) ?? throw new InvalidOperationException("psql cannot be started.");
        return await psql.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Its connections stay open, and nothing answers on them any more.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>The ids of all its processes.</summary>
    public IReadOnlyList<int> Processes()
    {
        string parent = File.ReadLines(Path.Combine(folder, "postmaster.pid")).First();
        string[] children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. children.Append(parent).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        script.StandardInput.Close();
        script.WaitForExit();
        script.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", .. Processes().Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
    }

    private static string Script()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupportBot.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "postgres");
            }
        }

        throw new InvalidOperationException("The repository is not found above the tests.");
    }
}
