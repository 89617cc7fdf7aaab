using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>One range of numbers at a character, by both its ends or by a limit said before or behind the number.</summary>
internal static class NumberRangeGrammar
{
    private static readonly PhraseTable Table = new("ranges-zh.txt");

    public static readonly PhraseTable.Role Joints = Table["joint"];
    private static readonly PhraseTable.Role Prefixes = Table["prefix"];
    private static readonly PhraseTable.Role Suffixes = Table["suffix"];
    private static readonly PhraseTable.Role Comparisons = Table["than"];
    private static readonly PhraseTable.Role Connectors = Table["to"];

    public static bool TryRead(ReadOnlySpan<char> text, int start, out NumberRange range) =>
        TryPrefixed(text, start, out range) || TryCompared(text, start, out range) || TryEnds(text, start, out range)
        || TrySuffixed(text, start, out range) || TrySome(text, start, out range);

    /// <summary>大于五, 至少有10, ≥50.</summary>
    private static bool TryPrefixed(ReadOnlySpan<char> text, int start, out NumberRange range)
    {
        range = default;
        return Prefixes.TryFind(text, start, out string limit, out int at) && !(start > 0 && text[start - 1] is '<' or '>' or '=')
            && TryNumber(text, Numeral.SkipSpace(text, at), out NumberReading number) && Make(limit, number, number.End, out range);
    }

    /// <summary>比三十大, 比170低.</summary>
    private static bool TryCompared(ReadOnlySpan<char> text, int start, out NumberRange range)
    {
        range = default;
        return Numeral.At(text, start) == '比' && TryNumber(text, Numeral.SkipSpace(text, start + 1), out NumberReading number)
            && Comparisons.TryFind(text, Numeral.SkipSpace(text, number.End), out string limit, out int end) && Make(limit, number, end, out range);
    }

    /// <summary>三百以上, 五百或者以下, 170 之下.</summary>
    private static bool TrySuffixed(ReadOnlySpan<char> text, int start, out NumberRange range)
    {
        range = default;
        return TryNumber(text, start, out NumberReading number) && Suffixes.TryFind(text, Numeral.SkipSpace(text, number.End), out string limit, out int end)
            && Make(limit, number, end, out range);
    }

    /// <summary>一到五, 20~100, 10000与20000之间, 在第十和第十五之间.</summary>
    private static bool TryEnds(ReadOnlySpan<char> text, int start, out NumberRange range)
    {
        range = default;
        int at = Numeral.At(text, start) is '在' or '从' ? start + 1 : start;
        if (start > 0 && at == start && text[start - 1] is '-' or '/' or ':' || !TryEnd(text, at, out NumberReading low))
            return false;
        int connector = Numeral.SkipSpace(text, low.End);
        bool and = Numeral.At(text, connector) is '与' or '和';
        if (!and && !Connectors.TryFind(text, connector, out connector) || !TryEnd(text, Numeral.SkipSpace(text, and ? connector + 1 : connector), out NumberReading high))
            return false;
        bool closes = Numeral.At(text, high.End) is '之' && Numeral.At(text, high.End + 1) is '间';
        bool shortly = Numeral.At(text, high.End) is '间';
        range = NumberRange.Between(low.Value, high.Value, closes ? high.End + 2 : shortly ? high.End + 1 : high.End);
        return low.Value < high.Value && (closes || shortly || !and && at == start) && Numeral.At(text, high.End) is not ('-' or '/' or ':');
    }

    /// <summary>五百多, 二百三十余万, 三十万多亿: some more than the number.</summary>
    private static bool TrySome(ReadOnlySpan<char> text, int start, out NumberRange range)
    {
        range = default;
        if (!TryNumber(text, start, out NumberReading number))
            return false;
        bool within = text[start..number.End].IndexOfAny("多几余") > 0;
        bool behind = Numeral.IsSome(Numeral.At(text, number.End)) && number.Value >= 10;
        range = NumberRange.Above(number.Value, false, behind ? number.End + 1 : number.End);
        return within || behind;
    }

    private static bool TryEnd(ReadOnlySpan<char> text, int at, out NumberReading number) => TryNumber(text, Numeral.At(text, at) == '第' ? at + 1 : at, out number);

    private static bool TryNumber(ReadOnlySpan<char> text, int at, out NumberReading number)
    {
        number = default;
        return at < text.Length && NumberScanner.TryNumber(text, at, out number, out _);
    }

    private static bool Make(string limit, NumberReading number, int end, out NumberRange range)
    {
        range = limit switch
        {
            "above" => NumberRange.Above(number.Value, false, end),
            "least" => NumberRange.Above(number.Value, true, end),
            "below" => NumberRange.Below(number.Value, false, end),
            "most" => NumberRange.Below(number.Value, true, end),
            _ => NumberRange.Exactly(number.Value, end),
        };
        return true;
    }
}
