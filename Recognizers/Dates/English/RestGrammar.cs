using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>What is left of the current day, week, month or year: "rest of the week", "the remaining year".</summary>
internal static class RestGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (u.TextOf(start) is not ("rest" or "remaining" or "remainder"))
            return false;
        int at = u.Word(start + 1).Term == Term.Of ? start + 2 : start + 1;
        bool today = u.Word(at).Term == Term.Today;
        at = u.Word(at).Term is Term.The or Term.This or Term.Current || u.IsWord(at, "my") ? at + 1 : at;
        TimeUnit unit = today ? TimeUnit.Day : u.Word(at).Unit;
        if (unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || u.Word(at).IsPlural)
            return false;
        reading = unit == TimeUnit.Day ? OfDay(u.Reference, at + 1) : OfPeriod(unit, u.Reference.Date, at + 1);
        return true;
    }

    private static Reading OfDay(DateTime from, int end)
    {
        DateTime to = TimeUnits.Add(TimeUnits.AddDays(from.Date, 1), -1, TimeUnit.Second);
        return Combination.Span(from, to, Timex.Duration((to - from).TotalSeconds, TimeUnit.Second), true, end);
    }

    /// <summary>Up to the period's last day; of months and years the specifications count that day too.</summary>
    private static Reading OfPeriod(TimeUnit unit, DateTime from, int end)
    {
        DateTime last = TimeUnits.AddDays(RelativePeriods.Of(unit, 0, from).FutureEnd, -1);
        double days = (last - from).TotalDays + (unit == TimeUnit.Week ? 0 : 1);
        return Combination.Span(from, last, Timex.Duration(days, TimeUnit.Day), false, end);
    }
}
