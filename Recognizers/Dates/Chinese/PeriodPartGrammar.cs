namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>The beginning, middle or end of a week, month, year or decade: 下周初, 八月中旬, 去年年底, 九十年代末; alone those of the current one: 月底, 年初.</summary>
internal static class PeriodPartGrammar
{
    private const int DaysOfWeek = 7;
    private const int ShortestMonth = 28;
    private const int LongestMonth = 31;
    private const int ShortestQuarter = 90;
    private const int LongestQuarter = 92;
    private const int DaysOfYear = 365;

    /// <summary>The period itself, or its part if one is named right behind.</summary>
    public static Reading WithPart(ReadOnlySpan<char> text, Reading whole)
    {
        double days = (whole.FutureEnd - whole.FutureStart).TotalDays;
        if (whole.Mod is not null || whole.FutureStart == default || days is not (DaysOfWeek or >= ShortestMonth and <= LongestMonth or >= ShortestQuarter and <= LongestQuarter or >= DaysOfYear))
            return whole;
        bool year = days >= DaysOfYear;
        int at = Vocabulary.SkipOf(text, whole.End);
        at = year && Vocabulary.At(text, at) == '年' ? at + 1 : at;
        bool stage = TryStage(text, at, out string part, out int end) && days > DaysOfYear + 1;
        if (!stage && !TryPart(text, at, year, out part, out end) || days == DaysOfWeek && (part == Mods.End || text[end - 1] == '旬'))
            return whole;
        Period period = new(whole.Timex ?? "", whole.PastStart, whole.PastEnd, whole.FutureStart, whole.FutureEnd);
        return Reading.OfPeriod(PeriodParts.Of(period, part), end);
    }

    /// <summary>2018年前三个月, 三月的最后10天; behind a month 前 alone is rather "before it".</summary>
    public static bool TryFirstOrLast(ReadOnlySpan<char> text, Reading whole, out Period period, out int end)
    {
        period = default;
        int at = Vocabulary.Skip(text, whole.End);
        at = Vocabulary.At(text, at) == '的' ? Vocabulary.Skip(text, at + 1) : at;
        end = at;
        double days = (whole.FutureEnd - whole.FutureStart).TotalDays;
        bool last = text[Math.Min(at, text.Length)..].StartsWith("最后");
        bool first = Vocabulary.At(text, at) == '前' && (days >= DaysOfYear || at > whole.End);
        return (last || first) && days is >= ShortestMonth and <= LongestMonth or >= DaysOfYear and <= DaysOfYear + 1
            && DurationGrammar.TryPart(text, Vocabulary.Skip(text, last ? at + 2 : at + 1), out double count, out TimeUnit unit, out end)
            && PeriodEnds.TryCut(whole, count, unit, last, out period);
    }

    public static bool TryAlone(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        char unit = Vocabulary.At(text, start);
        reading = default;
        if (unit is not ('月' or '年') || start > 0 && (char.IsAsciiDigit(text[start - 1]) || Numbers.Chinese.Numeral.Digit(text[start - 1]) >= 0 || text[start - 1] is '十' or '个' or '几' or '数' or '多' or '全' or '整' or '每' or '过' or '往' or '大'))
            return false;
        if (!TryPart(text, start + 1, unit == '年', out string part, out int end))
            return false;
        reading = Reading.OfPeriod(PeriodParts.Of(RelativePeriods.Of(unit == '年' ? TimeUnit.Year : TimeUnit.Month, 0, reference), part), end);
        return true;
    }

    /// <summary>早期, 中期, 后期 of a decade or century.</summary>
    private static bool TryStage(ReadOnlySpan<char> text, int at, out string part, out int end)
    {
        end = at + 2;
        part = Vocabulary.At(text, at) switch
        {
            '初' or '早' or '前' => Mods.Start,
            '中' => Mods.Mid,
            '末' or '晚' or '后' => Mods.End,
            _ => "",
        };
        return part.Length > 0 && Vocabulary.At(text, at + 1) == '期';
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
}
