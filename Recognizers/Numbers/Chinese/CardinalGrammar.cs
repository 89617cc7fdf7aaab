namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>Chinese whole numbers and decimals, digits mixed in: "两千四百五", "5亿1万4千6百", "八千三百八十五万点三", "十多万", "1,100.9亿".</summary>
internal static class CardinalGrammar
{
    private const double Myriad = 1e4;
    private const double SmallestPart = 1e-4;
    private const int MaxSections = 8;
    private const int LongestRun = 40;

    public static bool TryRead(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        if (TryTwenties(text, start, out number))
            return true;
        if (!TryRun(text, start, out number) && !TrySections(text, start, out number))
            return false;
        if (number.Shape == NumberShape.Integer && TryDecimals(text, number.End, out double decimals, out int end))
            number = Scaled(text, number.Value + decimals, end);
        return true;
    }

    /// <summary>廿三, 卅.</summary>
    private static bool TryTwenties(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        int tens = Numeral.At(text, start) switch { '廿' => 20, '卅' => 30, _ => 0 };
        int ones = Numeral.Digit(Numeral.At(text, start + 1));
        number = new NumberReading(tens + Math.Max(ones, 0), ones > 0 ? start + 2 : start + 1, NumberShape.Integer);
        return tens > 0;
    }

    /// <summary>二点五万, 七点八万亿: a great scale multiplies the decimals too.</summary>
    private static NumberReading Scaled(ReadOnlySpan<char> text, double value, int end)
    {
        double scale = GreatScale(text, ref end);
        double scaled = value * scale, whole = Math.Round(scaled);
        return scale > 1 && Math.Abs(scaled - whole) < SmallestPart
            ? new NumberReading(whole, end, NumberShape.Integer)
            : new NumberReading(scaled, end, NumberShape.Decimal);
    }

    /// <summary>Digits read out one by one, "二零零八"; scales in them make it a number of another kind.</summary>
    private static bool TryRun(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        number = default;
        double value = 0;
        int end = start;
        while (end - start < LongestRun && Numeral.Digit(Numeral.At(text, end)) is >= 0 and int digit && !Numeral.IsPair(text[end]))
        {
            value = value * 10 + digit;
            end++;
        }

        char next = Numeral.At(text, end);
        if (end - start < 2 || Numeral.Scale(next) > 0 || Numeral.IsSome(next) && Numeral.Scale(Numeral.At(text, end + 1)) > 0)
            return false;
        number = new NumberReading(value, end, NumberShape.Integer);
        return true;
    }

    private static bool TrySections(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        number = default;
        double total = 0, lastScale = 0;
        int at = start, end = start;
        NumberShape shape = NumberShape.Integer;
        for (int i = 0; i < MaxSections && Section.TryRead(text, at, lastScale, out Section section); i++)
        {
            end = section.End;
            int scaled = SkipSome(text, Numeral.SkipSpace(text, section.End));
            double scale = GreatScale(text, ref scaled);
            if (scale == 1)
            {
                total += section.Value;
                shape = section.IsDecimal ? NumberShape.Decimal : shape;
                break;
            }

            total = lastScale > 0 && scale > lastScale ? (total + section.Value) * scale : total + section.Value * scale;
            lastScale = scale;
            end = scaled;
            at = Numeral.SkipSpace(text, end);
        }

        if (end == start)
            return false;
        number = new NumberReading(total, end, total == Math.Floor(total) && lastScale > 0 ? NumberShape.Integer : shape);
        return true;
    }

    /// <summary>"十多万": "some" only counts with a great scale behind it.</summary>
    private static int SkipSome(ReadOnlySpan<char> text, int at)
    {
        int next = Numeral.IsSome(Numeral.At(text, at)) ? Numeral.SkipSpace(text, at + 1) : at;
        return Numeral.Scale(Numeral.At(text, next)) >= Myriad ? next : at;
    }

    private static double GreatScale(ReadOnlySpan<char> text, ref int at)
    {
        double scale = 1;
        for (int next = at; Numeral.Scale(Numeral.At(text, next)) >= Myriad && scale < 1e16; next = SkipSome(text, Numeral.SkipSpace(text, at)))
        {
            scale *= Numeral.Scale(text[next]);
            at = next + 1;
        }

        return scale;
    }

    /// <summary>点 and digits one by one, in either script.</summary>
    private static bool TryDecimals(ReadOnlySpan<char> text, int at, out double value, out int end)
    {
        value = 0;
        end = Numeral.SkipSpace(text, at);
        if (!Numeral.IsPoint(Numeral.At(text, end)))
            return false;
        int first = Numeral.SkipSpace(text, end + 1);
        double place = 0.1;
        for (end = first; end - first < LongestRun && DecimalDigit(Numeral.At(text, end)) is >= 0 and int digit; end++, place /= 10)
            value += digit * place;
        return end > first && Numeral.Scale(Numeral.At(text, end)) is 0 or >= Myriad;
    }

    private static int DecimalDigit(char c) => char.IsAsciiDigit(c) ? c - '0' : Numeral.IsPair(c) ? -1 : Numeral.Digit(c);
}
