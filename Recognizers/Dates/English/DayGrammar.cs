using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Any English day at a token.</summary>
internal static class DayGrammar
{
    public static bool TryRead(in Utterance u, int start, out Day day, out int end)
    {
        if (!TryPlain(u, start, out day, out end))
            return false;
        // "tomorrow, 13/04/21": the date behind says the same day more exactly.
        int next = u.IsSymbol(end, ',') ? end + 1 : end;
        if (day.IsCertain && u.Word(start).Term is Term.Tomorrow or Term.Today or Term.Yesterday && TryPlain(u, next, out Day exact, out int after)
            && u.IsDigits(next))
        {
            day = exact;
            end = after;
        }

        return true;
    }

    private static bool TryPlain(in Utterance u, int start, out Day day, out int end) =>
        WeekdayGrammar.TryRead(u, start, out day, out end)
        || MonthDayGrammar.TryRead(u, start, out day, out end)
        || NumericDateGrammar.TryRead(u, start, false, out day, out end)
        || NamedDayGrammar.TryRead(u, start, out day, out end);
}
