using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>One end of a range: a day, a month, a year, a moment, a time, "now"; and how exactly it was said.</summary>
internal struct RangeEnd
{
    public Reading Reading;
    public int End;
    public bool IsMonth;
    public bool IsYear;
    public bool IsMonthDay;

    public readonly bool IsCertain => Reading.PastStart == Reading.FutureStart;

    /// <param name="introduced">Whether a word of the range stands before, behind which "the" belongs to the end.</param>
    public static bool TryRead(in Utterance u, int start, bool introduced, out RangeEnd end)
    {
        end = default;
        int present = u.Word(start).Term == Term.The ? start + 1 : start;
        if (introduced && u.IsWord(present, "present") && NamedDayGrammar.EndsClause(u, present + 1))
        {
            end = new RangeEnd { Reading = Reading.OfInstant(u.Reference, Timex.Now, present + 1), End = present + 1 };
            return true;
        }

        bool read = PeriodGrammar.TryRead(u, start, out Reading whole);
        if (introduced && u.Word(start).Term == Term.The && PeriodGrammar.TryRead(u, start + 1, out Reading behind) && behind.End >= whole.End)
            (read, whole) = (true, behind);
        bool period = read && whole.Kind == ReadingKind.DateRange && whole.FutureStart != default;
        bool moment = MomentGrammar.TryRead(u, start, out Reading point)
            && point.Kind is ReadingKind.Date or ReadingKind.DateTime or ReadingKind.Time;
        if (moment && (!period || point.End >= whole.End))
        {
            end = new RangeEnd { Reading = point, End = point.End };
            end.IsMonthDay = point.Kind == ReadingKind.Date && (point.StartDay?.Length ?? 0) == 10;
            return true;
        }

        if (period)
            end = OfPeriod(whole);
        else if (point.Kind == ReadingKind.DateTimeRange && DayGrammar.TryRead(u, start, out Day day, out int dayEnd))
            end = new RangeEnd { Reading = Reading.OfDay(day, dayEnd), End = dayEnd };
        return end.End > start;
    }

    /// <summary>A year said behind the last end holds for the first one too: "jan-feb 2017", "26 june to 28 june in 2020".</summary>
    public static void ShareYear(in Utterance u, ref RangeEnd first, ref RangeEnd last, ref int end)
    {
        int at = u.Word(end).Term is Term.In or Term.Of || u.IsSymbol(end, ',') ? end + 1 : end;
        if (!last.IsCertain && YearGrammar.TryRead(u, at, out int year, out int after))
        {
            last.Reading = InYear(last.Reading, year);
            end = after;
        }

        if (last.IsCertain && !first.IsCertain && last.Reading.Timex is null && (last.IsMonth || last.IsMonthDay) && !IsRelative(u, last) && !IsWeekday(first))
        {
            Reading shared = InYear(first.Reading, last.Reading.FutureStart.Year);
            first.Reading = shared.FutureStart > last.Reading.FutureStart ? InYear(first.Reading, last.Reading.FutureStart.Year - 1) : shared;
        }
    }

    /// <summary>"from next monday to friday": the first such weekday after the beginning; "monday to friday next week": both of that week.</summary>
    public static void ShareWeek(in Utterance u, ref RangeEnd first, ref RangeEnd last)
    {
        if (IsWeekday(first) && last.IsCertain && u.Word(last.End - 1).Unit == TimeUnit.Week)
            first.Reading = Reading.OfDay(Day.Exact(Calendar.OfWeek(last.Reading.FutureStart, Calendar.Weekday(first.Reading.FutureStart))), first.End);
        bool weekday = IsWeekday(last);
        if (!first.IsCertain || !weekday)
            return;
        DateTime start = first.Reading.FutureStart;
        int days = (Calendar.Weekday(last.Reading.FutureStart) - Calendar.Weekday(start) + 7) % 7;
        last.Reading = Reading.OfDay(Day.Exact(TimeUnits.AddDays(start, days)), last.End);
    }

    private static bool IsWeekday(RangeEnd end) =>
        end.Reading.StartDay is { Length: 10 } timex && timex.StartsWith("XXXX-WXX-", StringComparison.Ordinal);

    /// <summary>The length in the finer of the units said: years, months, or null for days.</summary>
    public static string? Length(RangeEnd first, RangeEnd last)
    {
        if (!first.IsMonth && !first.IsYear || !last.IsMonth && !last.IsYear)
            return null;
        DateTime from = first.Reading.FutureStart, to = last.Reading.FutureStart;
        int months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        months = months < 0 ? months + 12 : months;
        if (to.Day > 1 || from.Day > 1)
            months = (int)Math.Round((to - from).TotalDays / 30.44);
        return first.IsYear && last.IsYear ? Timex.Duration(months / 12, TimeUnit.Year) : Timex.Duration(months, TimeUnit.Month);
    }

    private static bool IsRelative(in Utterance u, RangeEnd last)
    {
        Term before = u.Word(last.End - 1).Term;
        return before is Term.Today or Term.Tomorrow or Term.Yesterday or Term.Now || u.Word(last.End - 1).Weekday > 0;
    }

    private static RangeEnd OfPeriod(in Reading whole)
    {
        DateTime past = At(whole.PastStart, whole.PastEnd, whole.Mod), future = At(whole.FutureStart, whole.FutureEnd, whole.Mod);
        bool year = whole.Timex is { Length: 4 };
        bool month = whole.Timex is { Length: 7 } timex && !timex.Contains('W', StringComparison.Ordinal);
        string day = Timex.Day(future, past == future);
        return new RangeEnd
        {
            Reading = Reading.OfDay(new Day(day, past, future), whole.End),
            End = whole.End,
            IsYear = year && whole.Mod is null,
            IsMonth = month || year && whole.Mod is not null,
        };
    }

    /// <summary>"The end of 2008" is where 2008 ends; its middle is the day that halves it.</summary>
    private static DateTime At(DateTime start, DateTime end, string? mod)
    {
        if (mod == Mods.End)
            return end;
        return mod == Mods.Mid ? TimeUnits.AddDays(start, Math.Round((end - start).TotalDays / 2, MidpointRounding.AwayFromZero)) : start;
    }

    private static Reading InYear(Reading day, int year)
    {
        DateTime date = day.FutureStart;
        if (!Calendar.IsDate(year, date.Month, date.Day))
            return day;
        return Reading.OfDay(Day.Exact(new DateTime(year, date.Month, date.Day)), day.End);
    }
}
