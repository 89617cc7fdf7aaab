using System.Buffers;
namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Ranges by their two ends: 从一月十日到20日, 5:00到6:00, 从昨天5:00-6:00, 三月到五月, 1995-1997年, 早上五到六点.</summary>
internal static class RangeGrammar
{
    /// <summary>Characters within which the two ends of a range are joined.</summary>
    private const int LongestFirst = 40;

    /// <summary>Without one of these nothing is joined: 到 and its like, 和, 至今, 后…前.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create("到至~-–—和与,今后");

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!text.Slice(start, Math.Min(LongestFirst, text.Length - start)).ContainsAny(Joints))
            return false;
        bool from = Vocabulary.At(text, start) is '从' or '自' or '由';
        int at = from ? Vocabulary.Skip(text, start + 1) : start;
        if (TryYears(text, at, reference, out reading) || TryMonths(text, at, reference, out reading) || TryHours(text, at, reference, out reading))
            return true;
        if (!RangeEnd.TryRead(text, at, reference, out RangeEnd first))
            return false;
        int connector = Vocabulary.Skip(text, first.End);
        if (TryToday(text, connector, first, reference, out reading) || first.IsYear && TryBetweenYears(text, connector, reference, first, out reading))
            return true;
        bool and = false;
        if (!Vocabulary.Connectors.TryFind(text, connector, out int second) && !(and = Vocabulary.Ands.TryFind(text, connector, out second)))
            return false;
        second = Vocabulary.Skip(text, second);
        if (!RangeEnd.TrySecond(text, second, reference, first, out RangeEnd last))
            return false;
        int between = Vocabulary.SkipOf(text, last.End);
        bool closes = TryClosing(text, between, out int closing);
        if (and && !closes)
            return false;
        if (!TryJoin(first, last, out reading))
            return false;
        reading.End = closes ? closing : reading.End;
        return true;
    }

    /// <summary>之间, 期间 and their like behind the second end.</summary>
    private static bool TryClosing(ReadOnlySpan<char> text, int at, out int end)
    {
        ReadOnlySpan<char> rest = text[Math.Min(at, text.Length)..];
        bool two = rest.StartsWith("之间") || rest.StartsWith("之内") || rest.StartsWith("期间") || rest.StartsWith("中间");
        end = two ? at + 2 : at + 1;
        return two || Vocabulary.At(text, at) is '间';
    }

    /// <summary>2018年至今: up to now.</summary>
    private static bool TryToday(ReadOnlySpan<char> text, int at, in RangeEnd first, DateTime reference, out Reading reading)
    {
        reading = default;
        ReadOnlySpan<char> rest = text[Math.Min(at, text.Length)..];
        int length = rest.StartsWith("到现在为止") ? 5 : rest.StartsWith("到现在") || rest.StartsWith("到目前") ? 3
            : (rest.StartsWith("至今") || rest.StartsWith("到今")) && Vocabulary.At(text, at + 2) is not ('天' or '日' or '年' or '晚' or '早' or '晨') ? 2 : 0;
        if (length == 0 || first.Reading.Kind != ReadingKind.Date)
            return false;
        reading = Combination.DateRange(first.Reading, Reading.OfDay(Day.Exact(reference), at + length), null, at + length);
        return reading.FutureStart <= reading.FutureEnd;
    }

    /// <summary>2015年后2018年前.</summary>
    private static bool TryBetweenYears(ReadOnlySpan<char> text, int at, DateTime reference, in RangeEnd first, out Reading reading)
    {
        reading = default;
        if (!Vocabulary.Afters.TryFind(text, at, out int second) || !RangeEnd.TrySecond(text, second, reference, first, out RangeEnd last))
            return false;
        if (!last.IsYear || !Vocabulary.Befores.TryFind(text, last.End, out int end) || !TryJoin(first, last, out reading))
            return false;
        reading.End = end;
        return reading.FutureStart < reading.FutureEnd;
    }

    private static bool TryJoin(RangeEnd first, RangeEnd last, out Reading reading)
    {
        Reading from = first.Reading, to = last.Reading;
        reading = default;
        if (from.Kind == ReadingKind.Time && to.Kind == ReadingKind.Time)
            reading = Combination.TimeRange(from.StartClock, to.StartClock, last.End);
        else if (from.Kind == ReadingKind.Date && to.Kind == ReadingKind.Date)
            reading = Combination.DateRange(from, to, RangeEnd.Length(first, last), last.End);
        else if (from.Kind == ReadingKind.DateTime && to.Kind == ReadingKind.Time && from.Timex is null)
            reading = Combination.OnDay(from.AsDay, Combination.TimeRange(from.StartClock, to.StartClock, last.End), last.End);
        else if (from.Kind is ReadingKind.DateTime or ReadingKind.Date && to.Kind is ReadingKind.DateTime or ReadingKind.Date)
            reading = Combination.Moments(AtMidnight(from), AtMidnight(to), last.End);
        return reading.Kind != ReadingKind.None && (reading.Kind == ReadingKind.TimeRange || reading.FutureStart <= reading.FutureEnd);
    }

    private static Reading AtMidnight(in Reading reading) =>
        reading.Kind == ReadingKind.Date ? reading with { Kind = ReadingKind.DateTime, Timex = reading.StartDay } : reading;

    /// <summary>1995-1997年: 年 is said once.</summary>
    private static bool TryYears(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (!Vocabulary.TryInteger(text, start, out int first, out int end) || end - start != 4 || first is < 1000 or > 2999)
            return false;
        if (!Vocabulary.Connectors.TryFind(text, Vocabulary.Skip(text, end), out int at) || !YearGrammar.TryWritten(text, Vocabulary.Skip(text, at), out int last, out end) || last <= first)
            return false;
        reading = Reading.OfPeriod(Period.OfYears(first, last - first), end);
        return true;
    }

    /// <summary>三到五月, 2018年3-5月: 月 is said once.</summary>
    private static bool TryMonths(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out int at);
        at = hasYear ? Vocabulary.SkipOf(text, at) : start;
        if (!Vocabulary.TryInteger(text, at, out int first, out int end) || first is < 1 or > 12 || at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '-' or '/' or '.'))
            return false;
        if (!Vocabulary.Connectors.TryFind(text, Vocabulary.Skip(text, end), out int second) || !DayGrammar.TryMonth(text, Vocabulary.Skip(text, second), out int last, out end)
            || last <= first || Vocabulary.TryInteger(text, end, out _, out _))
            return false;
        Day from = hasYear ? Day.Exact(new DateTime(year, first, 1)) : Day.OfYear(first, 1, reference);
        Day to = hasYear ? Day.Exact(new DateTime(year, last, 1)) : Day.OfYear(last, 1, reference);
        reading = Combination.DateRange(Reading.OfDay(from, end), Reading.OfDay(to, end), Timex.Duration(last - first, TimeUnit.Month), end);
        return reading.FutureStart <= reading.FutureEnd;
    }

    /// <summary>早上五到六点: the first hour without its 点.</summary>
    private static bool TryHours(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        bool hasDay = DayGrammar.TryRead(text, start, reference, out Day day, out int at, out _);
        at = hasDay ? Vocabulary.SkipOf(text, at) : start;
        bool hasPart = Vocabulary.TryDayPart(text, at, out DayPart part, out int after);
        at = hasPart ? Vocabulary.SkipOf(text, after) : at;
        if (!Vocabulary.TryInteger(text, at, out int hour, out int end) || hour > 24 || end - at > 2 || at > 0 && char.IsAsciiDigit(text[at - 1]))
            return false;
        if (!Vocabulary.Connectors.TryFind(text, end, out int second) || !ClockGrammar.TryRead(text, second, hasPart ? part : null, out Clock last, out end)
            || Vocabulary.At(text, end - 1) is not ('点' or '时' or '钟' or '半'))
            return false;
        Clock first = Clock.OfHour(hour);
        reading = Combination.TimeRange(hasPart ? ClockGrammar.Within(first, part) : first, last, end);
        reading = hasDay ? Combination.OnDay(day, reading, end) : reading;
        return true;
    }
}
