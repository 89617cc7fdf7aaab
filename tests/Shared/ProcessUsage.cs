using System.Globalization;

namespace SupportBot.Tests.Shared;

/// <summary>What a process has used so far, as Linux counts it.</summary>
/// <param name="Cpu">User and system time.</param>
/// <param name="ResidentBytes">Memory in RAM.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long ResidentBytes)
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 11;
    private const int SystemTime = 12;

    public static ProcessUsage Of(int processId)
    {
        string stat = File.ReadAllText($"/proc/{processId}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        double ticks = double.Parse(fields[UserTime], CultureInfo.InvariantCulture) + double.Parse(fields[SystemTime], CultureInfo.InvariantCulture);
        string resident = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return new ProcessUsage(TimeSpan.FromSeconds(ticks / TicksPerSecond), long.Parse(resident.AsSpan(6).TrimEnd("kB "), CultureInfo.InvariantCulture) * 1024);
    }
}
