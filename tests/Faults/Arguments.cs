using System.Globalization;

namespace SupportBot.Faults;

/// <summary>A command's name and its numbers.</summary>
internal sealed class Arguments(string[] args)
{
    public string Command => args is [{ } command, ..] ? command : "";

    public int Number(string name, int otherwise)
    {
        int at = Array.IndexOf(args, $"--{name}");
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
