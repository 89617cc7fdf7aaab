using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>One range of numbers at a token, by both its ends or by a limit said before or behind the number.</summary>
internal static class NumberRangeGrammar
{
    private enum Limit
    {
        None,
        Above,
        Below,
        Exactly,
    }

    public static bool TryRead(in Utterance u, int start, out NumberRange range)
    {
        if (TrySigned(u, start, out range) || TryPrefixed(u, start, out range) || TryEnds(u, start, out range))
            return true;
        return TryNumber(u, start, out NumberReading number) && TrySuffix(u, number.End, out Limit limit, out int end) && Make(limit, true, number.Value, end, out range);
    }

    /// <summary>">30", "&lt;= 5", "≥ 3".</summary>
    private static bool TrySigned(in Utterance u, int start, out NumberRange range)
    {
        range = default;
        char sign = u.SymbolAt(start);
        if (sign is not ('<' or '>' or '≥' or '≤' or '≧' or '≦') || u.SymbolAt(start - 1) is '<' or '>' or '=')
            return false;
        bool equal = sign > '>' || u.IsSymbol(start + 1, '=');
        int at = sign <= '>' && equal ? start + 2 : start + 1;
        return u.SymbolAt(at) is not ('<' or '>' or '=') && NumberGrammar.TryRead(u, at, false, out NumberReading number)
            && Make(sign is '>' or '≥' or '≧' ? Limit.Above : Limit.Below, equal, number.Value, number.End, out range);
    }

    private static bool TryPrefixed(in Utterance u, int start, out NumberRange range)
    {
        range = default;
        if (!TryLimit(u, start, out Limit limit, out bool includes, out int at))
            return false;
        at = u.Word(at).Term == Term.The ? at + 1 : at;
        if (!TryNumber(u, at, out NumberReading number))
            return false;
        int end = number.End;
        if (TryOrEqual(u, end, out int after))
            (includes, end) = (true, after);
        else if (limit == Limit.Exactly && TrySuffix(u, end, out Limit open, out after) && !TryNumber(u, after, out _))
            (limit, includes, end) = (open, true, after);
        return Make(limit, includes, number.Value, end, out range);
    }

    /// <summary>"more than", "at least", "no less than", "greater than or equal to", "equal to or more than", "exceeding".</summary>
    private static bool TryLimit(in Utterance u, int start, out Limit limit, out bool includes, out int end)
    {
        includes = false;
        end = start + 1;
        bool not = u.TextOf(start) is "no" or "not";
        int at = not ? start + 1 : start;
        limit = Comparative(u, at);
        if (limit != Limit.None)
        {
            end = at + 1;
            includes = TryOr(u, end, out int after);
            end = u.Word(after).Term == Term.Than || u.Word(after).Term == Term.To && includes ? after + 1 : after;
            if (TryOr(u, end, out after))
                (includes, end) = (true, u.Word(after).Term is Term.To or Term.Than ? after + 1 : after);
            if (not)
                (limit, includes) = (limit == Limit.Above ? Limit.Below : Limit.Above, !includes);
            return end > at + 1 || IsPreposition(u, at);
        }

        includes = true;
        switch (u.TextOf(start))
        {
            case "at" when u.TextOf(start + 1) is "least" or "most":
                limit = u.IsWord(start + 1, "least") ? Limit.Above : Limit.Below;
                end = TryOr(u, start + 2, out int after) ? u.Word(after).Term == Term.To ? after + 1 : after : start + 2;
                return true;
            case "up" when u.Word(start + 1).Term == Term.To:
                limit = Limit.Below;
                end = start + 2;
                return true;
            case "exceed" or "exceeds" or "exceeded" or "exceeding" or "surpass" or "surpasses" or "surpassed" or "surpassing":
                (limit, includes) = (Limit.Above, false);
                return true;
            case "equal" or "equals" or "equalling" or "equaling":
                return TryEqual(u, start, out limit, out includes, out end);
            default:
                return false;
        }
    }

    /// <summary>"equal to", "equal to or more than".</summary>
    private static bool TryEqual(in Utterance u, int start, out Limit limit, out bool includes, out int end)
    {
        limit = Limit.Exactly;
        includes = true;
        end = u.Word(start + 1).Term == Term.To ? start + 2 : start + 1;
        if (u.Word(end).Term != Term.Or || Comparative(u, end + 1) is var other && other == Limit.None)
            return true;
        limit = other;
        end = u.Word(end + 2).Term == Term.Than ? end + 3 : end + 2;
        return true;
    }

    private static Limit Comparative(in Utterance u, int at) => u.TextOf(at) switch
    {
        "more" or "greater" or "bigger" or "higher" or "larger" or "above" or "over" => Limit.Above,
        "less" or "fewer" or "lower" or "smaller" or "below" or "under" => Limit.Below,
        _ => Limit.None,
    };

    private static bool IsPreposition(in Utterance u, int at) => u.TextOf(at) is "above" or "over" or "below" or "under";

    /// <summary>"or equal".</summary>
    private static bool TryOr(in Utterance u, int at, out int end)
    {
        bool equal = u.Word(at).Term == Term.Or && u.IsWord(at + 1, "equal");
        end = equal ? at + 2 : at;
        return equal;
    }

    private static bool TryOrEqual(in Utterance u, int at, out int end)
    {
        bool equal = TryOr(u, at, out end);
        end = equal && u.Word(end).Term == Term.To ? end + 1 : end;
        return equal;
    }

    /// <summary>"or more", "and above", "or less".</summary>
    private static bool TrySuffix(in Utterance u, int at, out Limit limit, out int end)
    {
        limit = u.Word(at).Term is Term.Or or Term.And ? Comparative(u, at + 1) : Limit.None;
        end = u.Word(at + 2).Term == Term.Than ? at + 3 : at + 2;
        return limit != Limit.None && !TryNumber(u, end, out _);
    }

    /// <summary>"between 20 and 30", "from 5 to 8", "20~100", "5k-20k".</summary>
    private static bool TryEnds(in Utterance u, int start, out NumberRange range)
    {
        range = default;
        bool between = u.Word(start).Term == Term.Between;
        int at = between || u.Word(start).Term == Term.From ? start + 1 : start;
        if (!TryEnd(u, at, out NumberReading low) || u.IsGlued(at) && u.SymbolAt(at - 1) is '-' or '+' or '/')
            return false;
        bool connected = u.Word(low.End).Term is Term.To or Term.Through or Term.Until || between && u.Word(low.End).Term == Term.And || u.SymbolAt(low.End) is '-' or '–' or '~' or '—';
        bool compound = u.IsSymbol(low.End, '-') && u.IsGlued(low.End) && u[low.End - 1].Kind == TokenKind.Word && u[low.End + 1].Kind == TokenKind.Word;
        if (!connected || compound || !TryEnd(u, low.End + 1, out NumberReading high) || low.Value >= high.Value)
            return false;
        range = NumberRange.Between(low.Value, high.Value, high.End);
        return !(u.IsGlued(high.End) && u.SymbolAt(high.End) is '-' or '/');
    }

    private static bool TryEnd(in Utterance u, int start, out NumberReading number)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        return OrdinalGrammar.TryRead(u, at, out number) || TryNumber(u, start, out number);
    }

    private static bool TryNumber(in Utterance u, int at, out NumberReading number) => NumberScanner.TryNumber(u, at, out number);

    private static bool Make(Limit limit, bool includes, double value, int end, out NumberRange range)
    {
        range = limit switch
        {
            Limit.Above => NumberRange.Above(value, includes, end),
            Limit.Below => NumberRange.Below(value, includes, end),
            _ => NumberRange.Exactly(value, end),
        };
        return limit != Limit.None;
    }
}
