using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>The words of <c>Words/zh-compounds.txt</c>, in which a numeral's character counts nothing.</summary>
internal static class Compounds
{
    private const int Longest = 4;
    private static readonly WordTable Words = WordList.ReadAll("zh-compounds.txt");

    /// <summary>The end of a compound that holds the character at this place, or 0.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int at)
    {
        for (int start = at; start >= 0 && start > at - Longest; start--)
        {
            if (Words.TryLongest(text, start, out _, out int end) && end > at)
                return end;
        }

        return 0;
    }
}
