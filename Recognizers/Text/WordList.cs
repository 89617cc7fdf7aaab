using System.Reflection;

namespace SupportBot.Recognizers.Text;

/// <summary>Reads a vocabulary file embedded in this assembly; lines that begin with '#' are notes.</summary>
internal static class WordList
{
    private const string Plural = "plural ";

    public static IEnumerable<WordLine> Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return Parse(line);
        }
    }

    /// <summary>Every word of a file, whatever its role.</summary>
    public static WordTable ReadAll(string name)
    {
        WordTable words = new();
        foreach (WordLine line in Read(name))
        {
            foreach (string word in line.Words)
                words.TryAdd(word, 0);
        }

        return words;
    }

    private static WordLine Parse(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        string head = line[..colon];
        string body = line[(colon + 2)..];
        bool plural = head.StartsWith(Plural, StringComparison.Ordinal);
        if (plural)
            head = head[Plural.Length..];
        int space = head.IndexOf(' ', StringComparison.Ordinal);
        char separator = body.Contains('|', StringComparison.Ordinal) ? '|' : ' ';
        string[] words = body.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return space < 0 ? new WordLine(plural, head, "", words) : new WordLine(plural, head[..space], head[(space + 1)..], words);
    }
}
