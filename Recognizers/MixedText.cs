using System.Numerics;
using SupportBot.Recognizers.Dates;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers;

/// <summary>Reads a text by both languages and keeps, where the two find something at one place, the longer reading.</summary>
internal static class MixedText
{
    private const Kinds SameInBoth = Kinds.Phone | Kinds.Email | Kinds.Url | Kinds.Boolean;

    /// <summary>The one language the letters of the text leave, or null if it has letters of both; without letters the given one.</summary>
    public static Culture? OnlyLanguage(ReadOnlySpan<char> text, Culture given)
    {
        bool chinese = false, other = false;
        foreach (char c in text)
        {
            chinese |= Normalisation.IsCjk(c);
            other |= char.IsAsciiLetter(c);
        }

        return chinese == other ? chinese ? null : given : chinese ? Culture.Chinese : Culture.English;
    }

    public static void Scan(in Utterance u, Culture given, Kinds kinds, Findings findings)
    {
        for (int bits = (int)kinds; bits != 0; bits &= bits - 1)
        {
            Kinds kind = (Kinds)(1 << BitOperations.TrailingZeroCount(bits));
            if ((kind & SameInBoth) != 0)
            {
                EnglishScanners.Scan(u, kind, findings);
                continue;
            }

            Findings english = new(findings.Raw), chinese = new(findings.Raw);
            EnglishScanners.Scan(u, kind, english);
            ChineseScanners.Scan(u, kind, chinese);
            Merge(english, chinese, given, findings);
        }
    }

    private static void Merge(Findings english, Findings chinese, Culture given, Findings merged)
    {
        int e = 0, c = 0;
        Recognition? last = null;
        bool lastEnglish = false;
        while (e < english.Count || c < chinese.Count)
        {
            bool takesEnglish = c == chinese.Count || e < english.Count && IsBefore(english.Found[e], chinese.Found[c], given);
            Recognition next = takesEnglish ? english.Found[e] : chinese.Found[c];
            if (last is not null && takesEnglish != lastEnglish && LanguageSeam.TryJoin(merged, last, next, out Recognition joined))
                (last, next) = (null, joined);
            if (last is not null)
                merged.Add(last);
            (last, lastEnglish) = (next, takesEnglish);
            while (e < english.Count && english.Found[e].Start <= next.End)
                e++;
            while (c < chinese.Count && chinese.Found[c].Start <= next.End)
                c++;
        }

        if (last is not null)
            merged.Add(last);
    }

    /// <summary>The earlier of two that do not overlap, the longer of two that do; of two alike the given language's.</summary>
    private static bool IsBefore(Recognition english, Recognition chinese, Culture given)
    {
        if (english.End < chinese.Start || chinese.End < english.Start)
            return english.End < chinese.Start;
        int longer = english.Text.Length - chinese.Text.Length;
        return longer == 0 ? given == Culture.English : longer > 0;
    }
}
