namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Recurring times: 每天, 每周一下午八点, 每两天, 每年五月, 每个月, 每月第一个周一.</summary>
internal static class SetGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (Vocabulary.At(text, start) != '每')
            return false;
        int at = Vocabulary.Skip(text, start + 1);
        at = Vocabulary.At(text, at) is '隔' or '逢' or '当' ? at + 1 : at;
        at = Vocabulary.At(text, at) == '一' && (Vocabulary.TryUnit(text, at + 1, out _, out _) || Vocabulary.At(text, at + 1) is '个') ? at + 1 : at;
        at = Vocabulary.At(text, at) is '个' && Vocabulary.At(text, at + 1) is not '月' ? at + 1 : at;
        if (WeekdayGrammar.TryWeekday(text, at, out int weekday, out int end))
            return Finish(text, Timex.Weekday(weekday), end, out reading);
        if (Vocabulary.TryDayPart(text, at, out DayPart part, out end))
        {
            reading = ClockGrammar.TryRead(text, end, part, out Clock clock, out int after)
                ? Reading.OfSet(Timex.Clock(clock), after)
                : Reading.OfSet(part.Timex, end);
            return true;
        }

        if (Vocabulary.Weekends.TryFind(text, at, out end))
        {
            reading = Reading.OfSet("P1WE", end);
            return true;
        }

        if (Vocabulary.At(text, at) == '月')
            return OfUnit(text, TimeUnit.Month, at + 1, reference, out reading);

        if (Vocabulary.TryUnit(text, at, out TimeUnit unit, out end))
            return OfUnit(text, unit, end, reference, out reading);
        if (!DurationGrammar.TryRead(text, at, out Duration duration, out end))
            return false;
        reading = Reading.OfSet(duration.ToTimex(), end);
        return true;
    }

    private static bool OfUnit(ReadOnlySpan<char> text, TimeUnit unit, int end, DateTime reference, out Reading reading)
    {
        reading = Reading.OfSet(Timex.Duration(1, unit), end);
        int at = Vocabulary.SkipOf(text, end);
        if (unit == TimeUnit.Day && ClockGrammar.TryRead(text, at, null, out Clock clock, out int after))
            reading = Reading.OfSet(Timex.Clock(clock), after);
        else if (unit == TimeUnit.Day && Vocabulary.TryDayPart(text, at, out DayPart part, out after))
            reading = Reading.OfSet(part.Timex, after);
        else if (unit == TimeUnit.Month && DayGrammar.TryNumber(text, at, out int number, out after))
            reading = Reading.OfSet(Timex.DayOfMonth(number), after);
        else if (unit == TimeUnit.Month && WeekdayGrammar.TryNthWeekday(text, at, out int nth, out int weekday, out after))
            reading = Reading.OfSet(Timex.NthWeekdayOfMonth(weekday, nth), after);
        else if (unit == TimeUnit.Year && DayGrammar.TryRead(text, at, reference, out Day day, out after, out _))
            reading = Reading.OfSet(day.Timex, after);
        else if (unit == TimeUnit.Year && DayGrammar.TryMonth(text, at, out int month, out after))
            reading = Reading.OfSet(Timex.AnyMonth(month), after);
        return true;
    }

    private static bool Finish(ReadOnlySpan<char> text, string timex, int end, out Reading reading)
    {
        int at = Vocabulary.SkipOf(text, end);
        reading = Reading.OfSet(timex, end);
        if (ClockGrammar.TryRead(text, at, null, out Clock clock, out int after))
            reading = Reading.OfSet(timex + Timex.Clock(clock), after);
        else if (Vocabulary.TryDayPart(text, at, out DayPart part, out after))
            reading = Reading.OfSet(timex + part.Timex, after);
        return true;
    }
}
