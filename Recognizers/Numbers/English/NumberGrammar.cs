using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Any English number at a token: digits, words, decimals, fractions, powers, dozens and their mixtures.</summary>
internal static class NumberGrammar
{
    private const double SmallestSharedScale = 1e6;
    private const double LargestScale = 1e15;
    private const int LongestLead = 12;
    private const int Decimals = 6;

    /// <summary>Reads the number that begins at the token; with <paramref name="unitGlued"/> letters may follow the digits at once ("5kg").</summary>
    public static bool TryRead(in Utterance u, int start, bool unitGlued, out NumberReading number)
    {
        if (TrySign(u, start, out int after))
        {
            bool read = TryUnsigned(u, after, unitGlued, out number);
            number = number with { Value = -number.Value };
            return read;
        }

        return TryUnsigned(u, start, unitGlued, out number);
    }

    private static bool TrySign(in Utterance u, int start, out int after)
    {
        after = start + 1;
        if (u.Word(start).Term == Term.Minus)
            return true;
        bool minus = u.IsSymbol(start, '-') && u.IsGlued(start + 1) && (u.IsDigits(start + 1) || u.IsSymbol(start + 1, '.'));
        return minus && (!u.IsGlued(start) || start == 0 || u[start - 1].Kind == TokenKind.Symbol && !u.IsSymbol(start - 1, ')'));
    }

    private static bool TryUnsigned(in Utterance u, int start, bool unitGlued, out NumberReading number)
    {
        bool read = TryInWords(u, start, out number);
        if (u.IsDigits(start) || u.IsSymbol(start, '.') || VulgarFraction.ValueOf(u.SymbolAt(start)) > 0)
        {
            if (TryDigits(u, start, unitGlued, out NumberReading digits) && (!read || digits.End >= number.End))
            {
                number = digits;
                read = true;
            }
        }

        if (!read)
            return false;
        if (number.Shape == NumberShape.Fraction && u.Word(number.End).Term == Term.Of && u.Word(number.End + 1).Term == Term.A && u.Word(number.End + 2).Scale >= 100)
            number = new NumberReading(number.Value * u.Word(number.End + 2).Scale, number.End + 3, NumberShape.Fraction);
        if (!unitGlued && FractionGrammar.TryRatio(u, number, out NumberReading ratio) && number.Shape == NumberShape.Integer)
            number = ratio;
        return true;
    }

    private static bool TryInWords(in Utterance u, int start, out NumberReading number)
    {
        Word word = u.Word(start);
        number = default;
        if (word.Cardinal < 0 && word.Scale == 0 && word.Term is not (Term.A or Term.Half or Term.Quarter) && !u.IsDigits(start))
            return false;
        if (TryWholeAndFraction(u, start, out number))
            return true;
        bool whole = CardinalGrammar.TryRead(u, start, out number);
        if (FractionGrammar.TryRead(u, start, out NumberReading fraction) && (!whole || fraction.End > number.End))
        {
            number = fraction;
            return true;
        }

        if (whole)
            number = Continue(u, start, number);
        else if (word.Term == Term.A && u.Word(start + 1).Term == Term.Dozen)
            number = new NumberReading(12, start + 2, NumberShape.Integer);
        return number.End > start;
    }

    /// <summary>"five billion and three quarters": read before the fraction could take the whole for its numerator.</summary>
    private static bool TryWholeAndFraction(in Utterance u, int start, out NumberReading number)
    {
        number = default;
        for (int at = start + 1; at < start + LongestLead; at++)
        {
            Word word = u.Word(at);
            if (word.Term == Term.And && FractionGrammar.TryRead(u, at + 1, out NumberReading fraction) && IsPart(u, at, fraction)
                && CardinalGrammar.TryRead(u.Until(at), start, out NumberReading whole) && whole.End == at)
            {
                number = Mixed(u, start, whole, fraction);
                return true;
            }

            if (word.Cardinal < 0 && word.Scale == 0 && word.Term != Term.And && !u.IsSymbol(at, '-'))
                return false;
        }

        return false;
    }

    /// <summary>Less than one, or of a scale of its own behind millions: "one billion and a quarter million".</summary>
    private static bool IsPart(in Utterance u, int and, NumberReading fraction) =>
        fraction.Value < 1 || u.Word(and - 1).Scale >= SmallestSharedScale;

    private static NumberReading Continue(in Utterance u, int start, NumberReading whole)
    {
        int end = whole.End;
        if (u.Word(end).Term == Term.Point && TryDecimals(u, end + 1, out double decimals, out int after))
            return Scaled(u, whole.Value + decimals, after);
        if (u.Word(end).Term == Term.Dozen)
            return new NumberReading(whole.Value + 11 * LastBelowHundred(whole.Value), end + 1, NumberShape.Integer);
        if (u.Word(end).Term == Term.And && FractionGrammar.TryRead(u, end + 1, out NumberReading fraction))
            return Mixed(u, start, whole, fraction);
        return whole;
    }

    /// <summary>"two point five million": the scales behind multiply the decimals too.</summary>
    private static NumberReading Scaled(in Utterance u, double value, int end)
    {
        double scale = 1;
        for (; u.Word(end).Scale >= 1000 && scale < LargestScale; end++)
            scale *= u.Word(end).Scale;
        double scaled = Math.Round(value * scale, Decimals);
        return new NumberReading(scale > 1 ? scaled : value, end, scale > 1 && scaled == Math.Floor(scaled) ? NumberShape.Integer : NumberShape.Decimal);
    }

    /// <summary>"three hundred and two dozen" are 324.</summary>
    private static double LastBelowHundred(double value) => value % 100 == 0 ? value : value % 100;

    /// <summary>"five and a half million" shares the scale behind; "3 million and a half" shares the scale before.</summary>
    private static NumberReading Mixed(in Utterance u, int start, NumberReading whole, NumberReading fraction)
    {
        double before = whole.End > start ? u.Word(whole.End - 1).Scale : 0;
        double part = before >= SmallestSharedScale && fraction.Value < 1 ? fraction.Value * before : fraction.Value;
        double trailing = u.Word(fraction.End - 1).Scale;
        bool scaledBehind = trailing >= 100 && before == 0;
        double value = scaledBehind ? whole.Value * trailing + part : whole.Value + part;
        return new NumberReading(value, fraction.End, NumberShape.Fraction);
    }

    /// <summary>The words after "point": digits one by one, or one number below one hundred.</summary>
    private static bool TryDecimals(in Utterance u, int start, out double value, out int end)
    {
        value = 0;
        double place = 1;
        for (end = start; CardinalGrammar.TryBelowHundred(u, end, out int digits, out int next); end = next)
        {
            place /= digits >= 10 ? 100 : 10;
            value += digits * place;
        }

        return end > start;
    }

    private static bool TryDigits(in Utterance u, int start, bool unitGlued, out NumberReading number)
    {
        number = default;
        bool inWord = !unitGlued && u.IsGlued(start) && u[start - 1].Kind == TokenKind.Word;
        bool inChain = u.IsGlued(start) && u.IsSymbol(start - 1, '.') && start > 1 && u.IsGlued(start - 1) && u.IsDigits(start - 2);
        if (inWord || inChain)
            return false;
        double vulgar = VulgarFraction.ValueOf(u.SymbolAt(start));
        if (vulgar > 0)
        {
            number = new NumberReading(vulgar, start + 1, NumberShape.Fraction);
            return true;
        }

        int character = u[start].Start;
        bool chained = IsChained(u, start);
        if ((chained || !DigitNumber.TryFraction(u.Text, character, out number)) && !DigitNumber.TryRead(u.Text, character, true, out number))
            return false;
        number = number with { End = CardinalGrammar.TokenAt(u, start, number.End) };
        number = WithFraction(u, WithSuffix(u, number));
        if (u.IsGlued(number.End) && u[number.End].Kind == TokenKind.Word && !unitGlued)
            return false;
        return number.Shape == NumberShape.Power || !u.IsGlued(number.End) || chained && u.IsSymbol(number.End, '/') || u.SymbolAt(number.End) is not ('^' or '/')
            || !u.IsDigits(number.End + 1);
    }

    /// <summary>One of three and more groups of digits, as in "11/20/2026" and "+1-222-2222/2222": none of them divides another.</summary>
    private static bool IsChained(in Utterance u, int start)
    {
        bool before = u.IsGlued(start) && u.SymbolAt(start - 1) is '/' or '-' && u.IsDigits(start - 2);
        return before || u.IsSymbol(start + 1, '/') && u.IsGlued(start + 1) && u.IsDigits(start + 2) && u.IsGlued(start + 2)
            && u.IsSymbol(start + 3, '/') && u.IsGlued(start + 3) && u.IsDigits(start + 4);
    }

    /// <summary>"2 1/4", "2 and 1/4".</summary>
    private static NumberReading WithFraction(in Utterance u, NumberReading whole)
    {
        if (whole.Shape == NumberShape.Integer && u.IsDigits(whole.End - 1) && u.Word(whole.End).Term == Term.And && u.Word(whole.End + 1).Term is Term.A or Term.Half
            && FractionGrammar.TryRead(u, whole.End + 1, out NumberReading words) && words.Value < 1)
            return new NumberReading(whole.Value + words.Value, words.End, NumberShape.Fraction);
        int part = u.Word(whole.End).Term == Term.And ? whole.End + 1 : whole.End;
        if (whole.Shape != NumberShape.Integer || u.IsGlued(part) || !u.IsDigits(part))
            return whole;
        return DigitNumber.TryFraction(u.Text, u[part].Start, out NumberReading fraction) && fraction.Value < 1
            ? new NumberReading(whole.Value + fraction.Value, CardinalGrammar.TokenAt(u, part, fraction.End), NumberShape.Fraction)
            : whole;
    }

    /// <summary>"10k", "10M", "1,674.5 G" and "1.5 million"; a small m is a metre, not a million.</summary>
    private static NumberReading WithSuffix(in Utterance u, NumberReading number)
    {
        if (number.Shape is not (NumberShape.Integer or NumberShape.Decimal) || u[number.End].Kind != TokenKind.Word)
            return number;
        double scale = u.Word(number.End).Scale;
        int end = number.End + 1;
        for (; scale > 0 && u.Word(end).Scale >= 1000 && scale < 1e15; end++)
            scale *= u.Word(end).Scale;
        if (u.Word(number.End).Term == Term.Dozen)
            scale = 12;
        if (scale == 0 && u[number.End].Length <= 3)
            scale = SuffixScale(u.Raw.Slice(u[number.End].Start, u[number.End].Length));
        if (scale == 0)
            return number;
        double value = number.Value * scale;
        return new NumberReading(value, end, value == Math.Floor(value) ? NumberShape.Integer : NumberShape.Decimal);
    }

    private static double SuffixScale(ReadOnlySpan<char> suffix) => suffix switch
    {
        "k" or "K" => 1e3,
        "M" or "MM" or "mil" => 1e6,
        "G" or "B" or "b" or "bn" => 1e9,
        "T" => 1e12,
        _ => 0,
    };
}
