using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>Any Chinese number at a character: signs, fractions ("三又五分之一"), powers, dozens, digits with a suffix.</summary>
internal static class NumberGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, bool unitGlued, out NumberReading number)
    {
        bool minus = IsMinus(text, start);
        int at = minus ? start + 1 : start;
        if (!TryMixed(text, at, unitGlued, out number))
            return false;
        number = minus ? number with { Value = -number.Value } : number;
        return true;
    }

    /// <summary>A value without a fraction: words, or digits with exponent and suffix.</summary>
    public static bool TryPlain(ReadOnlySpan<char> text, int start, bool unitGlued, out NumberReading number)
    {
        char c = Numeral.At(text, start);
        number = default;
        bool digits = char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Numeral.At(text, start + 1));
        if (!digits && Numeral.Digit(c) < 0 && Numeral.Scale(c) == 0 && c is not ('廿' or '卅'))
            return false;
        if (digits && IsInside(text, start))
            return false;
        if (digits && TryDigits(text, start, unitGlued, out NumberReading written))
        {
            bool longer = CardinalGrammar.TryRead(text, start, out number) && number.End > written.End;
            number = longer ? number : written;
            return true;
        }

        return !(digits && !unitGlued && IsLetterAt(text, DigitNumber.Digits(text, start))) && CardinalGrammar.TryRead(text, start, out number);
    }

    private static bool IsMinus(ReadOnlySpan<char> text, int start)
    {
        char c = Numeral.At(text, start);
        if (Numeral.IsMinus(c))
            return true;
        return c == '-' && !(start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or ')'));
    }

    private static bool TryMixed(ReadOnlySpan<char> text, int start, bool unitGlued, out NumberReading number)
    {
        double vulgar = VulgarFraction.ValueOf(Numeral.At(text, start));
        if (vulgar > 0)
        {
            number = new NumberReading(vulgar, start + 1, NumberShape.Fraction);
            return true;
        }

        if (TryHalf(text, start, out number))
            return true;
        if (!TryPlain(text, start, unitGlued, out number))
            return false;
        if (number.Shape == NumberShape.Integer && TryPart(text, number, out NumberReading fraction))
        {
            number = fraction;
            return true;
        }

        int and = Numeral.SkipSpace(text, number.End);
        if (Numeral.At(text, and) == '又' && TryPlain(text, Numeral.SkipSpace(text, and + 1), unitGlued, out NumberReading denominator)
            && (TryPart(text, denominator, out fraction) || IsProper(fraction = denominator)))
        {
            number = fraction with { Value = number.Value + fraction.Value };
            return true;
        }

        if (Numeral.At(text, number.End) is '打')
            number = number with { Value = number.Value * 12, End = number.End + 1 };
        return true;
    }

    /// <summary>The 1/2 of 1又1/2.</summary>
    private static bool IsProper(NumberReading fraction) => fraction is { Shape: NumberShape.Fraction, Value: < 1 };

    /// <summary>半百, 半打, and 半 by itself.</summary>
    private static bool TryHalf(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        char whole = Numeral.At(text, start) == '半' ? Numeral.At(text, start + 1) : '\0';
        if (Numeral.At(text, start) == '半' && !char.IsLetterOrDigit(whole) && !char.IsLetterOrDigit(Numeral.At(text, start - 1)))
        {
            number = new NumberReading(0.5, start + 1, NumberShape.Decimal);
            return true;
        }

        number = new NumberReading((whole == '打' ? 12 : Numeral.Scale(whole)) / 2, start + 2, NumberShape.Integer);
        return number.Value > 0;
    }

    /// <summary>分之 behind a denominator.</summary>
    private static bool TryPart(ReadOnlySpan<char> text, NumberReading denominator, out NumberReading fraction)
    {
        fraction = default;
        if (!TryPartWord(text, denominator.End, out int at) || denominator.Value == 0 || !TrySigned(text, at, out NumberReading numerator))
            return false;
        fraction = new NumberReading(numerator.Value / denominator.Value, numerator.End, NumberShape.Fraction);
        return true;
    }

    /// <summary>The two characters 分之, which spaces may part.</summary>
    public static bool TryPartWord(ReadOnlySpan<char> text, int at, out int end)
    {
        at = Numeral.SkipSpace(text, at);
        int of = Numeral.SkipSpace(text, at + 1);
        end = Numeral.SkipSpace(text, of + 1);
        return Numeral.At(text, at) == '分' && Numeral.At(text, of) == '之';
    }

    public static bool TrySigned(ReadOnlySpan<char> text, int at, out NumberReading number)
    {
        bool minus = Numeral.IsMinus(Numeral.At(text, at));
        bool read = TryPlain(text, minus ? at + 1 : at, false, out number);
        number = minus ? number with { Value = -number.Value } : number;
        return read;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int start, bool unitGlued, out NumberReading number)
    {
        if (!DigitNumber.TryFraction(text, start, out number) && !DigitNumber.TryRead(text, start, false, out number))
            return false;
        if (number.Shape == NumberShape.Integer && Numeral.At(text, number.End) == ' '
            && DigitNumber.TryFraction(text, number.End + 1, out NumberReading fraction))
            number = fraction with { Value = number.Value + fraction.Value };
        number = WithSuffix(text, number);
        return unitGlued || !IsLetterAt(text, number.End);
    }

    private static NumberReading WithSuffix(ReadOnlySpan<char> text, NumberReading number)
    {
        int at = Numeral.SkipSpace(text, number.End);
        double scale = Numeral.At(text, at) switch { 'k' => 1e3, 'g' => 1e9, 't' => 1e12, _ => 0 };
        bool suffix = scale > 0 && at - number.End <= 1 && !IsLetterAt(text, at + 1) && number.Shape is NumberShape.Integer or NumberShape.Decimal;
        return suffix ? number with { Value = number.Value * scale, End = at + 1 } : number;
    }

    private static bool IsLetterAt(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLetter(text[at]) && !Normalisation.IsCjk(text[at]);

    private static bool IsInside(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
            return false;
        char before = text[start - 1];
        return char.IsAsciiDigit(before) || char.IsAsciiLetter(before)
            || before == '.' && start > 1 && char.IsAsciiDigit(text[start - 2]);
    }
}
