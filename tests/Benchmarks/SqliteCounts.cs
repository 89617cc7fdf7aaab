namespace SupportBot.Benchmarks;

/// <summary>Has services that are started from now on count what their SQLite does; see <see cref="StartupHook"/>.</summary>
internal sealed class SqliteCounts : IDisposable
{
    private const string Hooks = "DOTNET_STARTUP_HOOKS";

    private readonly string file = Path.GetTempFileName();

    public SqliteCounts()
    {
        File.WriteAllBytes(file, new byte[2 * sizeof(long)]);
        Environment.SetEnvironmentVariable(StartupHook.FileVariable, file);
        Environment.SetEnvironmentVariable(Hooks, typeof(StartupHook).Assembly.Location);
    }

    /// <summary>Ended so far.</summary>
    public long Statements => Read(0);

    /// <summary>Steps of SQLite's machine in them: each row that is looked at takes some.</summary>
    public long Steps => Read(sizeof(long));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Hooks, null);
        File.Delete(file);
    }

    private long Read(int at)
    {
        using FileStream counts = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> number = stackalloc byte[sizeof(long)];
        counts.Position = at;
        counts.ReadExactly(number);
        return BitConverter.ToInt64(number);
    }
}
