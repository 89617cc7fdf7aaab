using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Choices;

/// <summary>
/// Finds the answer yes or no. The score is that of Recognizers-Text: 0.4 for a match and 0.6 by the share of the text's words it
/// covers, so that a bare "yes" scores 1. Of several answers in one text only the one of most words, or the first, is given.
/// </summary>
internal static class YesNoScanner
{
    private const double MatchScore = 0.4;
    private const int Yes = 1;
    private static readonly WordTable Answers = Load();

    public static void Scan(in Utterance u, Findings findings)
    {
        int words = 0, bestWords = 0, bestStart = 0, bestEnd = 0;
        bool bestAnswer = false;
        for (int start = NextWord(u.Text, 0); start < u.Text.Length;)
        {
            int end = WordEnd(u.Text, start);
            words++;
            int next = NextWord(u.Text, end);
            int matched = TryAnswer(u.Text, start, ref end, out bool answer);
            if (matched > bestWords)
                (bestWords, bestStart, bestEnd, bestAnswer) = (matched, start, end, answer);
            start = next;
        }

        if (bestWords > 0)
        {
            double score = MatchScore + (1 - MatchScore) * bestWords / words;
            Resolution resolution = new([new("value", bestAnswer ? "true" : "false"), new("score", NumberFormat.Write(score))]);
            findings.Add(u.Raw[bestStart..bestEnd].ToString(), bestStart, bestEnd, "boolean", resolution);
        }
    }

    /// <summary>How many words the answer at this word takes: none, one, or two for "not ok" and an emoji with its skin tone.</summary>
    private static int TryAnswer(ReadOnlySpan<char> text, int start, ref int end, out bool answer)
    {
        int next = NextWord(text, end);
        int nextEnd = WordEnd(text, next);
        answer = false;
        if (text[start..end] is "not" && text[next..nextEnd] is "ok" or "okay")
        {
            end = nextEnd;
            return 2;
        }

        if (!Answers.TryFind(text[start..end], out int known))
            return 0;
        answer = known == Yes;
        if (next != end || !IsSkinTone(text, next))
            return 1;
        end = nextEnd;
        return 2;
    }

    private static WordTable Load()
    {
        WordTable answers = new();
        foreach (WordLine line in WordList.Read("yesno.txt"))
        {
            foreach (string word in line.Words)
                answers.TryAdd(word, line.Role == "yes" ? Yes : 0);
        }

        return answers;
    }

    private static int NextWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && !IsEmoji(text, at))
            at++;
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (start < text.Length && IsEmoji(text, start))
            return char.IsHighSurrogate(text[start]) ? start + 2 : start + 1;
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && !IsEmoji(text, end))
            end++;
        return end;
    }

    private static bool IsEmoji(ReadOnlySpan<char> text, int at) =>
        text[at] == '✋' || char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static bool IsSkinTone(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF';
}
