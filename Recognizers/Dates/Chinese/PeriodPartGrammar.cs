namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>The beginning, middle or end of a month or year: 下个月初, 八月中旬, 去年年底; alone those of the current one: 月底, 年初.</summary>
internal static class PeriodPartGrammar
{
    private const int LongestMonth = 31;

    /// <summary>The period itself, or its part if one is named right behind.</summary>
    public static Reading WithPart(ReadOnlySpan<char> text, Reading whole)
    {
        if (whole.Mod is not null || whole.FutureStart == default || !IsMonthOrYear(whole))
            return whole;
        bool year = !IsMonth(whole);
        int at = Vocabulary.SkipOf(text, whole.End);
        at = year && Vocabulary.At(text, at) == '年' ? at + 1 : at;
        if (!TryPart(text, at, year, out string part, out int end))
            return whole;
        Period period = new(whole.Timex ?? "", whole.PastStart, whole.PastEnd, whole.FutureStart, whole.FutureEnd);
        return Reading.OfPeriod(PeriodParts.Of(period, part), end);
    }

    public static bool TryAlone(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        char unit = Vocabulary.At(text, start);
        reading = default;
        if (unit is not ('月' or '年') || start > 0 && (char.IsAsciiDigit(text[start - 1]) || Numbers.Chinese.Numeral.Digit(text[start - 1]) >= 0 || text[start - 1] is '十' or '个'))
            return false;
        if (!TryPart(text, start + 1, unit == '年', out string part, out int end))
            return false;
        reading = Reading.OfPeriod(PeriodParts.Of(RelativePeriods.Of(unit == '年' ? TimeUnit.Year : TimeUnit.Month, 0, reference), part), end);
        return true;
    }

    private static bool TryPart(ReadOnlySpan<char> text, int at, bool year, out string part, out int end)
    {
        bool third = Vocabulary.At(text, at + 1) == '旬';
        char which = Vocabulary.At(text, at);
        end = third ? at + 2 : at + 1;
        part = which switch
        {
            '初' => Mods.Start,
            '底' or '末' or '尾' => Mods.End,
            '中' => Mods.Mid,
            '上' when third => Mods.Start,
            '下' when third => Mods.End,
            _ => "",
        };
        bool day = which == '初' && Numbers.Chinese.Numeral.Digit(Vocabulary.At(text, at + 1)) > 0 || which == '初' && Vocabulary.At(text, at + 1) == '十';
        bool word = which == '中' && !third && !year || which == '中' && Vocabulary.At(text, at + 1) is '国' or '午' or '心' or '秋' or '文';
        return part.Length > 0 && !day && !word && !(year && third);
    }

    private static bool IsMonthOrYear(in Reading whole) => IsMonth(whole) || (whole.FutureEnd - whole.FutureStart).TotalDays is >= 365 and <= 366;

    private static bool IsMonth(in Reading whole) => (whole.FutureEnd - whole.FutureStart).TotalDays is >= 28 and <= LongestMonth;
}
