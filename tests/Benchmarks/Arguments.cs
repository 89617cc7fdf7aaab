using System.Globalization;

namespace SupportBot.Benchmarks;

/// <summary>What stands behind a name on the command line.</summary>
internal static class Arguments
{
    public static string? Text(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    public static int Number(string[] args, string name, int otherwise) => Text(args, name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;
}
