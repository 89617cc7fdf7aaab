using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>Finds ranges of numbers: 大于二十小于三十, 一到五, 100以上, 至少有10, 在第十和第十五之间, 五百多.</summary>
internal static class NumberRangeScanner
{
    private const string TypeName = "numberrange";

    public static void Scan(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (!NumberRangeGrammar.TryRead(text, i, out NumberRange range))
            {
                i = char.IsAsciiDigit(text[i]) ? DigitNumber.Digits(text, i) : i + 1;
                continue;
            }

            if (TryJoined(text, range, out NumberRange joined))
                range = joined;
            findings.Add(i, range.End, TypeName, range.ToResolution());
            i = range.End;
        }
    }

    private static bool TryJoined(ReadOnlySpan<char> text, NumberRange first, out NumberRange joined)
    {
        joined = default;
        int at = Numeral.SkipSpace(text, first.End);
        at = NumberRangeGrammar.Joints.TryFind(text, at, out int behind) ? Numeral.SkipSpace(text, behind) : at;
        return NumberRangeGrammar.TryRead(text, at, out NumberRange second) && NumberRange.TryJoin(first, second, out joined);
    }
}
