using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Host names and the top-level domains of <c>Words/domains.txt</c>, a part of IANA's root zone.</summary>
internal static class HostNames
{
    private const int LongestLabel = 63;
    private static readonly WordTable Domains = WordList.ReadAll("domains.txt");

    public static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>The end of the longest run of labels joined by single dots.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && (IsHostCharacter(text[end]) || text[end] is '-' or '_' or '.' && end > start))
        {
            if (text[end] == '.' && (end + 1 >= text.Length || !IsHostCharacter(text[end + 1])))
                break;
            end++;
        }

        return end;
    }

    /// <summary>Two labels or more, the last a top-level domain.</summary>
    public static bool HasKnownDomain(ReadOnlySpan<char> host)
    {
        int dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot - 1 <= LongestLabel && Domains.TryFind(host[(dot + 1)..], out _);
    }

    public static bool IsIpAddress(ReadOnlySpan<char> host)
    {
        int dots = 0;
        int run = 0;
        foreach (char c in host)
        {
            if (c == '.')
            {
                dots++;
                run = 0;
            }
            else if (!char.IsAsciiDigit(c) || ++run > 3)
            {
                return false;
            }
        }

        return dots == 3 && run > 0;
    }
}
