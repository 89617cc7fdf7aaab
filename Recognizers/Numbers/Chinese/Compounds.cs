using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>The words of <c>Words/zh-compounds.txt</c>, in which a numeral's character counts nothing.</summary>
internal static class Compounds
{
    private const int Longest = 4;
    private static readonly HashSet<string> All = WordList.Read("zh-compounds.txt").SelectMany(line => line.Words).ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = All.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<int> Beginnings = All.Select(word => Pair(word[0], word[1])).ToHashSet();

    /// <summary>The end of a compound that holds the character at this place, or 0.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int at)
    {
        for (int start = at; start >= 0 && start > at - Longest; start--)
        {
            if (start + 1 >= text.Length || !Beginnings.Contains(Pair(text[start], text[start + 1])))
                continue;
            for (int length = Math.Min(Longest, text.Length - start); length > at - start && length > 1; length--)
            {
                if (Words.Contains(text.Slice(start, length)))
                    return start + length;
            }
        }

        return 0;
    }

    private static int Pair(char first, char second) => first << 16 | second;
}
