namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Halves of a week, cut at its Thursday, and of a month, cut at its 16th: 上半周, 下周的下半周, 三月上半月.</summary>
internal static class HalfPeriodGrammar
{
    private const int DaysOfHalfMonth = 15;
    private const int DaysOfHalfWeek = 3;
    private const int DaysOfWeek = 7;
    private const int LongestMonth = 31;

    /// <param name="whole">The week or month said before, or null for the current one.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, Period? whole, DateTime reference, out Period period, out int end)
    {
        period = default;
        char which = Vocabulary.At(text, start);
        int unitAt = start + 2;
        end = unitAt + 1;
        if (which is not ('上' or '下') || Vocabulary.At(text, start + 1) != '半')
            return false;
        bool month = Vocabulary.At(text, unitAt) == '月';
        if (!month && !Vocabulary.Weeks.TryFind(text, unitAt, out end))
            return false;
        Period of = whole ?? RelativePeriods.Of(month ? TimeUnit.Month : TimeUnit.Week, 0, reference);
        double days = (of.FutureEnd - of.FutureStart).TotalDays;
        int half = month ? DaysOfHalfMonth : DaysOfHalfWeek;
        (DateTime pastFrom, DateTime pastTo) = Cut(of.PastStart, of.PastEnd, half, which);
        (DateTime from, DateTime to) = Cut(of.FutureStart, of.FutureEnd, half, which);
        string timex = Timex.Range(Timex.Day(from, from == pastFrom), Timex.Day(to, from == pastFrom), Timex.Days(from, to));
        period = new Period(timex, pastFrom, pastTo, from, to);
        return month ? days is > DaysOfWeek and <= LongestMonth : days == DaysOfWeek;
    }

    private static (DateTime From, DateTime To) Cut(DateTime start, DateTime end, int half, char which)
    {
        DateTime cut = TimeUnits.AddDays(start, half);
        return which == '上' ? (start, cut) : (cut, end);
    }
}
