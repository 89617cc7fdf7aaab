namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Points and spans within days: 明天下午5:00, 今晚6点, 昨晚, 下周一上午, 5天前, 2分钟前, 现在, 下午三点.</summary>
internal static class MomentGrammar
{
    /// <summary>What makes a word of its own with 内: 内容, 内部.</summary>
    private const string NotWithin = "容部心存外地科裤衣幕向行";

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading) =>
        TryNow(text, start, reference, out reading) || TryShifted(text, start, reference, out reading)
        || TryWithin(text, start, reference, out reading) || TryDayLed(text, start, reference, out reading) || TryTime(text, start, out reading);

    private static bool TryNow(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        ReadOnlySpan<char> rest = text[start..];
        int length = rest.StartsWith("这会儿") || rest.StartsWith("刚刚才") ? 3 : rest.StartsWith("当下") || rest.StartsWith("现在") || rest.StartsWith("目前") || rest.StartsWith("此刻") || rest.StartsWith("此时") ? 2
            : rest.StartsWith("马上") || rest.StartsWith("立刻") || rest.StartsWith("刚刚") || rest.StartsWith("刚才") ? 2 : 0;
        string timex = rest.StartsWith("马上") || rest.StartsWith("立刻") ? "FUTURE_REF" : rest.StartsWith("刚") ? "PAST_REF" : Timex.Now;
        reading = Reading.OfInstant(reference, timex, start + length);
        return length > 0;
    }

    /// <summary>5天前, 两周后, 3小时之后. A year of four digits is a year and no count.</summary>
    private static bool TryShifted(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!DurationGrammar.TryRead(text, start, out Duration duration, out int end))
            return false;
        int at = Vocabulary.SkipOf(text, end);
        bool before = Vocabulary.Befores.TryFind(text, at, out int after);
        if (!before && !Vocabulary.Afters.TryFind(text, at, out after))
            return false;
        DateTime moment = duration.From(reference, before ? -1 : 1);
        if (duration.IsOfDay)
            reading = Reading.OfInstant(moment, Timex.Date(moment), after);
        else
            reading = WithTime(text, Day.Exact(moment), after, false);
        return Vocabulary.At(text, after) is not ('半' or '期' or '面' or '台');
    }

    /// <summary>两年内, 24小时之内: from now on.</summary>
    private static bool TryWithin(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!DurationGrammar.TryRead(text, start, out Duration duration, out int end) || !Vocabulary.Withins.TryFind(text, Vocabulary.Skip(text, end), out int after))
            return false;
        reading = RelativePeriods.Between(reference, duration.From(reference, 1), duration, after);
        return text[after - 2] is '之' or '以' || !NotWithin.Contains(Vocabulary.At(text, after));
    }

    /// <summary>A day counted from another: 明天的三天前, 圣诞节前三天.</summary>
    private static bool TryFromDay(ReadOnlySpan<char> text, Day day, int start, out Reading reading)
    {
        reading = default;
        bool before = Vocabulary.Befores.TryFind(text, start, out int at);
        bool wordFirst = before || Vocabulary.Afters.TryFind(text, start, out at);
        if (!DurationGrammar.TryRead(text, wordFirst ? at : Vocabulary.SkipOf(text, start), out Duration duration, out int end) || duration.IsOfDay)
            return false;
        if (!wordFirst)
        {
            at = Vocabulary.SkipOf(text, end);
            before = Vocabulary.Befores.TryFind(text, at, out end);
            if (!before && !Vocabulary.Afters.TryFind(text, at, out end))
                return false;
        }

        reading = WithTime(text, Day.Exact(duration.From(day.Future, before ? -1 : 1)), end, false);
        return day.Future != default;
    }

    private static bool TryDayLed(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!DayGrammar.TryRead(text, start, reference, out Day day, out int end, out bool lunar))
            return false;
        if (!lunar && TryFromDay(text, day, end, out reading))
            return true;
        reading = WithTime(text, day, end, lunar);
        return reading.End > end || text[end - 1] is not ('今' or '明' or '昨');
    }

    /// <summary>A day with the part of it or the time that stands behind.</summary>
    private static Reading WithTime(ReadOnlySpan<char> text, Day day, int end, bool lunar)
    {
        int at = SkipToTime(text, end);
        DayPart? part = null;
        int after = at;
        if (Vocabulary.TryDayPart(text, at, out DayPart named, out after))
            part = named;
        int timeAt = part is null ? at : Vocabulary.SkipOf(text, after);
        if (ClockGrammar.TryRead(text, timeAt, part, out Clock clock, out int timeEnd) && text[timeAt] is not '大')
            return Reading.OfMoment(day, clock, timeEnd) with { IsLunar = lunar };
        if (part is null)
            return Reading.OfDay(day, end) with { IsLunar = lunar };
        bool dusk = text[at..after] is "傍晚";
        return Combination.DayPart(day, dusk ? DayPart.Afternoon : part, null, after) with { IsLunar = lunar };
    }

    private static int SkipToTime(ReadOnlySpan<char> text, int at)
    {
        at = Vocabulary.SkipOf(text, at);
        return Vocabulary.At(text, at) is '在' or ',' or ':' or '@' && at + 1 < text.Length ? Vocabulary.Skip(text, at + 1) : at;
    }

    private static bool TryTime(ReadOnlySpan<char> text, int start, out Reading reading)
    {
        reading = default;
        if (ClockGrammar.TryRead(text, start, null, out Clock clock, out int end))
        {
            reading = Reading.OfClock(clock, end);
            return true;
        }

        if (!Vocabulary.TryDayPart(text, start, out DayPart part, out end) || end == start + 1)
            return false;
        reading = Combination.DayPart(part, null, end);
        return true;
    }
}
