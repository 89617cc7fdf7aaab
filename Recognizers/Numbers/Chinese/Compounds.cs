using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>The words of <c>Words/zh-compounds.txt</c>, in which a numeral's character counts nothing.</summary>
internal static class Compounds
{
    private const int Longest = 4;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = WordList.Read("zh-compounds.txt")
        .SelectMany(line => line.Words).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The end of a compound that holds the character at this place, or 0.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int at)
    {
        for (int start = at; start >= 0 && start > at - Longest; start--)
        {
            for (int length = Math.Min(Longest, text.Length - start); length > at - start && length > 1; length--)
            {
                if (Words.Contains(text.Slice(start, length)))
                    return start + length;
            }
        }

        return 0;
    }
}
