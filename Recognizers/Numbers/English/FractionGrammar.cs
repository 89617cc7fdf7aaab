using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Fractions in words: "two thirds", "one hundred thirty fifths", "a half", "1 over three", "two out of five".</summary>
internal static class FractionGrammar
{
    private const int LongestPhrase = 24;

    /// <summary>A numerator and an ordinal as denominator, or half and quarter.</summary>
    public static bool TryRead(in Utterance u, int start, out NumberReading fraction) =>
        TryHalf(u, start, out fraction) || TryDenominated(u, start, out fraction);

    /// <summary>"over", "in", "out of" between two whole numbers; the latter two need a numerator below the denominator.</summary>
    public static bool TryRatio(in Utterance u, NumberReading numerator, out NumberReading fraction)
    {
        fraction = default;
        int at = numerator.End;
        Term term = u.Word(at).Term;
        bool outOf = u.IsWord(at, "out") && u.Word(at + 1).Term == Term.Of;
        if (term != Term.Over && term != Term.In && !outOf)
            return false;
        int next = outOf ? at + 2 : at + 1;
        if (!TryWhole(u, next, out NumberReading denominator) || denominator.Value == 0)
            return false;
        if (u.Word(denominator.End).Unit != Dates.TimeUnit.None)
            return false;
        if (term != Term.Over && numerator.Value >= denominator.Value)
            return false;
        fraction = new NumberReading(numerator.Value / denominator.Value, denominator.End, NumberShape.Fraction);
        return true;
    }

    private static bool TryHalf(in Utterance u, int start, out NumberReading fraction)
    {
        fraction = default;
        int at = u.Word(start).Term == Term.A || u.Word(start).Cardinal == 1 ? start + 1 : start;
        int count = u.Word(start).Cardinal > 1 ? u.Word(start).Cardinal : 1;
        if (count > 1)
            at = start + 1;
        bool quarter = u.Word(at).Term == Term.Quarter;
        if (u.Word(at).Term != Term.Half && !quarter || u.IsWord(start, "halves"))
            return false;
        double value = count * (quarter ? 0.25 : 0.5);
        int end = ScaleAfter(u, at + 1);
        if (quarter && at == start && u.Word(end).Scale < 100)
            return false;
        bool dozen = u.Word(end).Term == Term.Dozen && end > at + 1;
        value *= dozen ? 12 : 1;
        end += dozen ? 1 : 0;
        for (; u.Word(end).Scale >= 100; end++)
            value *= u.Word(end).Scale;
        fraction = new NumberReading(value, end, dozen ? NumberShape.Integer : NumberShape.Fraction);
        return true;
    }

    /// <summary>"half a million", "a quarter of a million", "half a dozen": past what stands before the scale, if there is one.</summary>
    private static int ScaleAfter(in Utterance u, int at)
    {
        int scale = u.Word(at).Term == Term.Of ? at + 1 : at;
        scale = u.Word(scale).Term == Term.A ? scale + 1 : at;
        return u.Word(scale).Scale >= 100 || u.Word(scale).Term == Term.Dozen && scale > at ? scale : at;
    }

    /// <summary>
    /// Of the ways to cut numerator from denominator the one with the longest well-formed ordinal wins that neither begins with
    /// a bare scale nor tears a hyphen or an "and": "one hundred thirty fifths" is 100/35, "thirty-two fifths" 32/5.
    /// </summary>
    private static bool TryDenominated(in Utterance u, int start, out NumberReading fraction)
    {
        fraction = default;
        int last = LastOfPhrase(u, start);
        if (last <= start)
            return false;
        for (int cut = start + 1; cut <= last; cut++)
        {
            bool torn = u.IsSymbol(cut - 1, '-') || u.Word(cut - 1).Term == Term.And;
            if (cut < last && (torn || u.Word(cut).Cardinal < 0))
                continue;
            if (OrdinalGrammar.TryRead(u, cut, out NumberReading denominator) && denominator.End == last + 1
                && TryNumerator(u, start, u.IsSymbol(cut - 1, '-') ? cut - 1 : cut, out double numerator)
                && (numerator == 1 || u.TextOf(last).EndsWith('s')))
            {
                fraction = new NumberReading(numerator / denominator.Value, last + 1, NumberShape.Fraction);
                return true;
            }
        }

        return false;
    }

    /// <summary>The ordinal that ends a run of number words, or -1; "first" and "second" divide nothing.</summary>
    private static int LastOfPhrase(in Utterance u, int start)
    {
        for (int at = start; at < start + LongestPhrase; at++)
        {
            Word word = u.Word(at);
            if (word.Ordinal >= 3 || word.OrdinalScale > 0)
                return at;
            bool joins = at > start && (word.Term == Term.And || u.IsSymbol(at, '-'));
            bool opens = at == start && word.Term == Term.A;
            if (!joins && !opens && word.Cardinal < 0 && word.Scale == 0)
                return -1;
        }

        return -1;
    }

    private static bool TryNumerator(in Utterance u, int start, int end, out double value)
    {
        value = 1;
        if (u.Word(start).Term == Term.A && end == start + 1)
            return true;
        bool read = TryWhole(u.Until(end), start, out NumberReading number) && number.End == end;
        value = number.Value;
        return read;
    }

    private static bool TryWhole(in Utterance u, int start, out NumberReading number)
    {
        if (CardinalGrammar.TryRead(u, start, out number))
            return true;
        if (!u.IsDigits(start) || u.IsGlued(start + 1) && u[start + 1].Kind == TokenKind.Word)
            return false;
        number = new NumberReading(u[start].Value, start + 1, NumberShape.Integer);
        return true;
    }
}
