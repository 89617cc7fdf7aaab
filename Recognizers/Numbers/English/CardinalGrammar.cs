using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Whole numbers in words, digits mixed in: "two hundred and two thousand", "4 thousand 3 hundred and 21", "three lakh crore".</summary>
internal static class CardinalGrammar
{
    private const double LargestGroup = 1e15;

    /// <summary>Reads a whole number that begins at the token with at least one counting word; digits alone are no reading.</summary>
    public static bool TryRead(in Utterance u, int start, out NumberReading number)
    {
        number = default;
        double total = 0;
        double lastScale = double.MaxValue;
        int end = start;
        while (TryScaled(u, end, total > 0, out double part, out double scale, out int next) && scale < lastScale)
        {
            if (end > start && scale == 1 && part >= lastScale)
                break;
            total += part;
            end = next;
            lastScale = scale;
            if (scale == 1)
                break;
        }

        if (end == start)
            return false;
        number = new NumberReading(total, end, NumberShape.Integer);
        return true;
    }

    /// <summary>A value below one hundred: "fifty-two", "seventeen", "two".</summary>
    public static bool TryBelowHundred(in Utterance u, int start, out int value, out int end)
    {
        value = u.Word(start).Cardinal;
        end = start + 1;
        if (value < 0)
            return false;
        // Apart from its words it is a hyphen still ("twenty - one"), unless a clock time goes on behind: "three thirty - four thirty".
        bool hyphen = u.IsSymbol(end, '-') && u.IsGlued(end) == u.IsGlued(end + 1) && (u.IsGlued(end) || u.Word(end + 2).Cardinal < 0);
        int unit = hyphen || u.Word(end).Term == Term.And ? end + 1 : end;
        int ones = u.Word(unit).Cardinal;
        if (value >= 20 && ones is > 0 and < 10)
        {
            value += ones;
            end = unit + 1;
        }

        return true;
    }

    /// <summary>One group and the scales behind it; a group that continues a number may be joined by "and".</summary>
    private static bool TryScaled(in Utterance u, int start, bool continues, out double part, out double scale, out int end)
    {
        scale = 1;
        part = 0;
        end = start;
        bool joined = continues && u.Word(start).Term == Term.And;
        int first = joined ? start + 1 : start;
        if (!TryGroup(u, first, out part, out end))
            return false;
        bool digitsOnly = u.IsDigits(first) && !HasScale(u, first, end);
        for (; u.Word(end).Scale >= 1000 && scale < LargestGroup; end++)
            scale *= u.Word(end).Scale;
        if (digitsOnly && scale == 1 && (!joined || part == 0 || u.IsGlued(end)))
            return false;
        part *= scale;
        return !continues || part > 0;
    }

    private static bool HasScale(in Utterance u, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (u.Word(i).Scale > 0)
                return true;
        }

        return false;
    }

    private static bool TryGroup(in Utterance u, int start, out double value, out int end)
    {
        if (!TryHead(u, start, out value, out end))
            return false;
        if (u.Word(end).Scale != 100)
            return true;
        value *= 100;
        end++;
        int rest = u.Word(end).Term == Term.And ? end + 1 : end;
        if (TryBelowHundred(u, rest, out int low, out int after) && low > 0)
        {
            value += low;
            end = after;
        }
        else if (rest > end && u.IsDigits(rest, 2) && u[rest].Value > 0 && !u.IsGlued(rest + 1))
        {
            value += u[rest].Value;
            end = rest + 1;
        }

        return true;
    }

    private static bool TryHead(in Utterance u, int start, out double value, out int end)
    {
        if (TryBelowHundred(u, start, out int small, out end))
        {
            value = small;
            return true;
        }

        bool scaleFollows = u.Word(start + 1).Scale > 0;
        value = 1;
        end = start + 1;
        if (u.Word(start).Term == Term.A)
            return scaleFollows;
        if (!u.IsDigits(start))
            return false;
        if (!DigitNumber.TryRead(u.Text, u[start].Start, false, out NumberReading digits))
            return false;
        value = digits.Value;
        end = TokenAt(u, start, digits.End);
        return true;
    }

    /// <summary>The index of the first token that begins at or after the character.</summary>
    public static int TokenAt(in Utterance u, int token, int character)
    {
        while (token < u.Count && u[token].Start < character)
            token++;
        return token;
    }
}
