using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>
/// Whether a single numeral counts: only before a word of <c>Words/zh-counted.txt</c>, punctuation or nothing. Of the many words with
/// 一 to 九 in them ("一直", "四川") most are told apart by that.
/// </summary>
internal static class Counted
{
    private static readonly WordTable Words = WordList.ReadAll("zh-counted.txt");

    public static bool IsBefore(ReadOnlySpan<char> text, int end) => end >= text.Length
        || char.IsWhiteSpace(text[end])
        || !char.IsLetterOrDigit(text[end]) && text[end] is not '%'
        || Words.TryLongest(text, end, out _, out _);
}
