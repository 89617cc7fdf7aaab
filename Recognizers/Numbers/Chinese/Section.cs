namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>The part of a Chinese number below ten thousand, that 万 and 亿 multiply: "三千零五", "四百五", "12".</summary>
internal readonly record struct Section(double Value, int End, bool IsDecimal)
{
    private const double SmallLimit = 1e4;

    /// <param name="before">The great scale read before, which a lone digit counts a tenth of: 九万四 is 94000; 0 at the beginning.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, double before, out Section section)
    {
        section = default;
        double value = 0, last = before > 0 ? before : 0;
        double scale = SmallLimit;
        bool zero = false, isDecimal = false;
        int at = start, end = start;
        while (scale > 1)
        {
            char c = Numeral.At(text, at);
            if (c is '零' or '〇' && !(end == start && !IsInside(text, at)))
            {
                zero = true;
                end = at + 1;
                at = Numeral.SkipSpace(text, end);
                continue;
            }

            if (!TryDigit(text, at, end == start || zero, out double digit, out int next, out bool written, out isDecimal))
                break;
            int scaled = Numeral.SkipSpace(text, next);
            double multiplier = Numeral.Scale(Numeral.At(text, scaled));
            bool small = multiplier is > 0 and < SmallLimit;
            if (small && multiplier >= scale)
                break;
            bool implied = !small && !zero && !written && last >= 100 && !(multiplier >= SmallLimit && end == start);
            value += small ? digit * multiplier : implied ? digit * last / 10 : digit;
            end = small ? scaled + 1 : next;
            scale = small ? multiplier : 1;
            last = small ? multiplier : last;
            zero = false;
            at = Numeral.SkipSpace(text, end);
        }

        section = new Section(value, end, isDecimal);
        return end > start;
    }

    /// <summary>A leading zero belongs to a number of more than itself.</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int at)
    {
        int next = Numeral.SkipSpace(text, at + 1);
        return Numeral.Digit(Numeral.At(text, next)) > 0 || Numeral.Scale(Numeral.At(text, next)) is 10;
    }

    /// <summary>A digit, a number in digits, or the one that a leading 十, and 百 or 千 with more behind, leaves unsaid.</summary>
    private static bool TryDigit(
        ReadOnlySpan<char> text, int at, bool first, out double digit, out int end, out bool written, out bool isDecimal)
    {
        char c = Numeral.At(text, at);
        written = char.IsAsciiDigit(c);
        isDecimal = false;
        end = at + 1;
        digit = Numeral.Digit(c);
        if (digit >= 0)
            return true;
        if (written)
        {
            bool read = DigitNumber.TryRead(text, at, false, out NumberReading number) && number.Shape != NumberShape.Power;
            (digit, end, isDecimal) = (number.Value, number.End, number.Shape == NumberShape.Decimal);
            return read;
        }

        double scale = Numeral.Scale(c);
        digit = 1;
        end = at;
        return first && (scale == 10 || scale is 100 or 1000 && Numeral.Digit(Numeral.At(text, Numeral.SkipSpace(text, at + 1))) > 0);
    }
}
