using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.Chinese;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>Finds dimensions in Chinese: 三百米, 一吨半, 五十兆字节, 两万两, 168cm.</summary>
internal static class ChineseDimensionScanner
{
    private static readonly UnitTable Units = new("dimension-zh.txt");

    public static void Scan(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (!TryRead(text, i, out double value, out UnitName unit, out int end))
            {
                i = end;
                continue;
            }

            findings.Add(i, end, DimensionResolution.TypeName, DimensionResolution.Of(value, unit));
            i = end;
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, int start, out double value, out UnitName unit, out int end)
    {
        value = 0;
        unit = null!;
        end = start + 1;
        if (!NumberGrammar.TryRead(text, start, true, out NumberReading number))
        {
            end = char.IsAsciiDigit(text[start]) ? DigitNumber.Digits(text, start) : end;
            return false;
        }

        end = number.End;
        int at = Numeral.SkipSpace(text, number.End);
        // 千字节 and 三十两: the last character of the number belongs to the unit.
        bool shared = TryShared(text, start, number.End - 1, out NumberReading shorter, out UnitName longer, out int after);
        if (shared && (!Units.TryLongest(text, at, out _, out int plain) || after >= plain))
            (number, unit, end) = (shorter, longer, after);
        else if (!Units.TryLongest(text, at, out unit, out end) || char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetterOrDigit(Numeral.At(text, end)))
            return false;
        value = number.Value;
        if (Numeral.At(text, end) == '半')
        {
            value += 0.5;
            end++;
        }

        return true;
    }

    private static bool TryShared(ReadOnlySpan<char> text, int start, int at, out NumberReading number, out UnitName unit, out int end)
    {
        number = default;
        unit = null!;
        end = at;
        return at > start && Units.TryLongest(text, at, out unit, out end) && NumberGrammar.TryRead(text[..at], start, true, out number) && number.End == at;
    }
}
