namespace SupportBot.Knowledge;

/// <summary>Word lists of our own that are built into the assembly.</summary>
internal static class Resource
{
    /// <summary>Lines of <c>Knowledge/&lt;name&gt;</c>, without empty ones and those that start with <c>#</c>.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream($"SupportBot.Knowledge.{name}")
            ?? throw new InvalidOperationException($"Knowledge is built without its word list {name}.");
        using StreamReader reader = new(stream);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Trim());
            }
        }
        return lines;
    }
}
