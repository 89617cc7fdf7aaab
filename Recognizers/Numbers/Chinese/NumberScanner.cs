using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>Finds Chinese numbers and ordinals.</summary>
internal static class NumberScanner
{
    private const int MostScales = 4;

    public static void Numbers(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (TryNumber(text, i, out NumberReading number, out int end) && (!IsSingleNumeral(text, i, number.End) || Counted.IsBefore(text, number.End)))
                findings.Add(i, number.End, "number", NumberResolution.Number(number));
            i = end;
        }
    }

    public static void Ordinals(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            int at = text[i] == '第' ? Numeral.SkipSpace(text, i + 1) : -1;
            if (at < 0 || !CardinalGrammar.TryRead(text, at, out NumberReading number) || number.Value < 1)
            {
                i++;
                continue;
            }

            findings.Add(i, number.End, "ordinal", NumberResolution.Ordinal(number.Value));
            i = number.End;
        }
    }

    /// <summary>A number that stands for itself; where there is none, <paramref name="end"/> is where to look on.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, int start, out NumberReading number, out int end)
    {
        end = start + 1;
        number = default;
        char c = text[start];
        if (c is '百' or '千' or '万' or '仟' or '佰' or '十' && IsPercentBase(text, start, out int after))
        {
            end = after;
            return false;
        }

        if (Numeral.Digit(c) >= 0 || Numeral.Scale(c) > 0)
        {
            int compound = Compounds.EndAt(text, start);
            end = Math.Max(end, compound);
            if (compound > 0)
                return false;
        }

        if (!NumberGrammar.TryRead(text, start, false, out number))
        {
            end = char.IsAsciiDigit(c) ? DigitNumber.Digits(text, start) : end;
            return false;
        }

        end = number.End;
        return !IsDiscount(text, number.End) && !IsLoneFinancial(text, start, number.End);
    }

    private static bool IsSingleNumeral(ReadOnlySpan<char> text, int start, int end) => end == start + 1 && Numeral.Digit(text[start]) >= 0;

    /// <summary>百分之, 千分之, 万分之 without a number before them begin a percentage.</summary>
    private static bool IsPercentBase(ReadOnlySpan<char> text, int start, out int after)
    {
        int at = start + 1;
        while (at < start + MostScales && Numeral.Scale(Numeral.At(text, at)) >= 100)
            at++;
        return NumberGrammar.TryPartWord(text, at, out after);
    }

    private static bool IsDiscount(ReadOnlySpan<char> text, int at) => Numeral.At(text, at) == '折';

    private static bool IsLoneFinancial(ReadOnlySpan<char> text, int start, int end) => end == start + 1 && text[start] is '陆' or '伍' or '拾';
}
