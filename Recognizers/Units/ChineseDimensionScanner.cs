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
        if (TryHalf(text, start, ref unit, ref end))
        {
            value = 0.5;
            return true;
        }

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
        else
        {
            AddTenths(text, unit, ref value, ref end);
        }

        return true;
    }

    /// <summary>半斤, 半米, 半公里.</summary>
    private static bool TryHalf(ReadOnlySpan<char> text, int start, ref UnitName unit, ref int end)
    {
        bool half = text[start] == '半' && Units.TryLongest(text, start + 1, out unit, out end) && Normalisation.IsCjk(text[start + 1]) && unit.Code is "Length" or "Weight" or "Volume";
        end = half ? end : start + 1;
        return half;
    }

    /// <summary>一米八, 一米七五: the digits behind are the metre's tenths and hundredths.</summary>
    private static void AddTenths(ReadOnlySpan<char> text, UnitName unit, ref double value, ref int end)
    {
        int tenths = Numeral.Digit(Numeral.At(text, end)), hundredths = Numeral.Digit(Numeral.At(text, end + 1));
        int after = hundredths >= 0 ? end + 2 : end + 1;
        if (unit.Name is not "Meter" || tenths <= 0 || Numeral.Scale(Numeral.At(text, after)) > 0 || Normalisation.IsCjk(Numeral.At(text, after)) && !Follows(text, after))
            return;
        value += tenths / 10.0 + Math.Max(hundredths, 0) / 100.0;
        end = after;
    }

    /// <summary>What can stand behind a height or length: 一米八的, 一米七五高.</summary>
    private static bool Follows(ReadOnlySpan<char> text, int at) => text[at] is '的' or '高' or '长' or '宽' or '深' or '左' or '以' or '多' or '了';

    private static bool TryShared(ReadOnlySpan<char> text, int start, int at, out NumberReading number, out UnitName unit, out int end)
    {
        number = default;
        unit = null!;
        end = at;
        return at > start && Units.TryLongest(text, at, out unit, out end) && NumberGrammar.TryRead(text[..at], start, true, out number) && number.End == at;
    }
}
