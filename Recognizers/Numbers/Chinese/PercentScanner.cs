using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>Finds Chinese percentages: 百分之五, 5%, 12个百分点, 七五折, 三成, 千分之一.</summary>
internal static class PercentScanner
{
    private const double Half = 50;

    public static void Scan(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (text[i] is '对' && i > 0 && text[i - 1] == '打' && Numeral.At(text, i + 1) == '折')
            {
                findings.Add(i, i + 2, "percentage", NumberResolution.Percentage(Half));
                i += 2;
            }
            else if (TryPartOf(text, i, out double value, out int end) || TryNumberFirst(text, i, out value, out end))
            {
                findings.Add(i, end, "percentage", NumberResolution.Percentage(value));
                i = end;
            }
            else
            {
                i = Math.Max(end, i + 1);
            }
        }
    }

    /// <summary>百分之, 千分之, 万分之 and a number; a number before them makes it a fraction.</summary>
    private static bool TryPartOf(ReadOnlySpan<char> text, int start, out double value, out int end)
    {
        value = 0;
        double whole = 1;
        bool minus = Numeral.IsMinus(text[start]);
        int first = minus ? start + 1 : start, at = first;
        for (; Numeral.Scale(Numeral.At(text, at)) >= 100 && whole < 1e12; at = Numeral.SkipSpace(text, at + 1))
            whole *= Numeral.Scale(text[at]);
        end = start;
        if (at == first || start > 0 && IsNumeral(text[start - 1]) || !NumberGrammar.TryPartWord(text, at, out int number))
            return false;
        if (!NumberGrammar.TrySigned(text, number, out NumberReading part))
        {
            if (Numeral.At(text, number) != '百')
                return false;
            part = new NumberReading(100, number + 1, NumberShape.Integer);
        }

        value = (minus ? -part.Value : part.Value) * 100 / whole;
        end = part.End;
        return true;
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || Numeral.Digit(c) >= 0 || Numeral.Scale(c) > 0;

    private static bool TryNumberFirst(ReadOnlySpan<char> text, int start, out double value, out int end)
    {
        value = 0.5;
        end = start;
        NumberReading number;
        if (text[start] == '半')
        {
            number = new NumberReading(0.5, start + 1, NumberShape.Decimal);
        }
        else if (!NumberGrammar.TryRead(text, start, false, out number))
        {
            end = char.IsAsciiDigit(text[start]) ? DigitNumber.Digits(text, start) : start;
            return false;
        }

        end = number.End;
        if (start > 0 && text[start - 1] is '%' or '=')
            return false;
        int unit = Numeral.SkipSpace(text, number.End);
        value = number.Value;
        switch (Numeral.At(text, unit))
        {
            case '%' when !char.IsAsciiDigit(Numeral.At(text, unit + 1)):
                end = unit + 1;
                return true;
            case '个':
                return TryPoints(text, Numeral.SkipSpace(text, unit + 1), ref end) && !IsApproximate(text, start);
            case '百' or '点':
                return TryPoints(text, unit, ref end);
            case '成':
                end = unit + 1;
                value = number.Value * 10 + OnesAfter(text, ref end);
                return number.Value <= 10;
            // 75折 is 75 %, 7折 and 七折 are 70 %, 9.9折 99 %.
            case '折':
                end = unit + 1;
                value = number.Value < 10 ? number.Value * 10 : number.Value;
                return number.Value is > 0 and < 100 and not 10;
            default:
                return TryDigitPair(text, start, number, ref end, out value);
        }
    }

    /// <summary>"二三十": two digits side by side are a guess.</summary>
    private static bool IsApproximate(ReadOnlySpan<char> text, int start) =>
        start > 0 && Numeral.Digit(text[start - 1]) > 0 || Numeral.Digit(Numeral.At(text, start)) > 0 && Numeral.Digit(Numeral.At(text, start + 1)) > 0;

    private static bool TryPoints(ReadOnlySpan<char> text, int at, ref int end)
    {
        foreach (char expected in "百分")
        {
            if (Numeral.At(text, at) != expected)
                return false;
            at = Numeral.SkipSpace(text, at + 1);
        }

        end = at + 1;
        return Numeral.IsPoint(Numeral.At(text, at));
    }

    /// <summary>七成六, 一成半: the ones behind the tens.</summary>
    private static int OnesAfter(ReadOnlySpan<char> text, ref int end)
    {
        int at = Numeral.SkipSpace(text, end);
        int ones = Numeral.At(text, at) == '半' ? 5 : DigitAt(text, at);
        end = ones > 0 ? at + 1 : end;
        return Math.Max(0, ones);
    }

    private static int DigitAt(ReadOnlySpan<char> text, int at)
    {
        char c = Numeral.At(text, at);
        return char.IsAsciiDigit(c) ? c - '0' : Numeral.Digit(c);
    }

    /// <summary>"7 2 折".</summary>
    private static bool TryDigitPair(ReadOnlySpan<char> text, int start, NumberReading number, ref int end, out double value)
    {
        int second = Numeral.SkipSpace(text, number.End);
        int unit = Numeral.SkipSpace(text, second + 1);
        value = number.Value * 10;
        int ones = DigitAt(text, second);
        if (second == number.End || number.Value >= 10 || ones < 0 || Numeral.At(text, unit) != '折')
            return false;
        value += ones;
        end = unit + 1;
        return true;
    }
}
