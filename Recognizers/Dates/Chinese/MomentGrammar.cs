namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Points and spans within days: 明天下午5:00, 今晚6点, 昨晚, 下周一上午, 5天前, 2分钟前, 现在, 下午三点.</summary>
internal static class MomentGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading) =>
        TryNow(text, start, reference, out reading) || TryShifted(text, start, reference, out reading)
        || TryDayLed(text, start, reference, out reading) || TryTime(text, start, out reading);

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
        reading = duration.IsOfDay ? Reading.OfInstant(moment, Timex.Date(moment), after) : Reading.OfDay(Day.Exact(moment), after);
        return Vocabulary.At(text, after) is not ('半' or '期' or '面' or '台');
    }

    private static bool TryDayLed(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!DayGrammar.TryRead(text, start, reference, out Day day, out int end, out bool lunar))
            return false;
        int at = SkipToTime(text, end);
        DayPart? part = null;
        int after = at;
        if (Vocabulary.TryDayPart(text, at, out DayPart named, out after))
            part = named;
        int timeAt = part is null ? at : Vocabulary.SkipOf(text, after);
        if (ClockGrammar.TryRead(text, timeAt, part, out Clock clock, out int timeEnd) && text[timeAt] is not '大')
        {
            reading = Reading.OfMoment(day, clock, timeEnd) with { IsLunar = lunar };
            return true;
        }

        if (part is not null)
        {
            bool dusk = text[at..after] is "傍晚";
            reading = Combination.DayPart(day, dusk ? DayPart.Afternoon : part, null, after) with { IsLunar = lunar };
            return true;
        }

        reading = Reading.OfDay(day, end) with { IsLunar = lunar };
        return text[end - 1] is not ('今' or '明' or '昨');
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
