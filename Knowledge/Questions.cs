using System.Buffers;

namespace SupportBot.Knowledge;

/// <summary>Cuts a message into the questions it asks.</summary>
public static class Questions
{
    private static readonly SearchValues<char> Between = SearchValues.Create("?？；; \r\n");

    private const int MostParts = 4;

    /// <summary>The parts of a message in order, at most four: cut after ? ！ ！ ； and line ends; the whole message where there is one.</summary>
    public static IReadOnlyList<string> Split(string message)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < message.Length && parts.Count < MostParts - 1; i++)
        {
            if (message[i] is '?' or '？' or '\n' or '；' or ';')
            {
                Add(parts, message.AsSpan(start, i + 1 - start));
                start = i + 1;
            }
        }
        Add(parts, message.AsSpan(start));
        return parts;
    }

    private static void Add(List<string> parts, ReadOnlySpan<char> part)
    {
        part = part.Trim();
        if (part.IndexOfAnyExcept(Between) >= 0)
        {
            parts.Add(part.ToString());
        }
    }
}
