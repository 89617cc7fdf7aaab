using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Dates with a month's name: "oct 2nd, 1995", "4th of july of 1995", "fifteen august", "2019-aug-1".</summary>
internal static class MonthDayGrammar
{
    public static bool TryRead(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start;
        if ((u.Hints & Hints.Month) == 0)
            return false;
        if (u.Word(start).Month > 0)
            return TryMonthFirst(u, start, out day, out end);
        return TryYearFirst(u, start, out day, out end) || TryDayFirst(u, start, out day, out end);
    }

    /// <summary>A day of the month in digits or words, ordinal or not, 1 to 31.</summary>
    public static bool TryDayNumber(in Utterance u, int start, out int day, out int end, out bool isOrdinal)
    {
        isOrdinal = OrdinalGrammar.TryRead(u, start, out NumberReading ordinal);
        day = isOrdinal ? (int)Math.Min(ordinal.Value, 99) : 0;
        end = ordinal.End;
        if (!isOrdinal && u.IsDigits(start, 2))
        {
            day = (int)u[start].Value;
            end = start + 1;
            if (u.IsGlued(end) && (u[end].Kind == TokenKind.Word || u.IsSymbol(end, ':') || u.IsSymbol(end, '%')))
                return false;
            if (u.IsGlued(end) && u.IsSymbol(end, '.') && u.IsGlued(end + 1) && u.IsDigits(end + 1))
                return false;
        }
        else if (!isOrdinal && !CardinalGrammar.TryBelowHundred(u, start, out day, out end))
        {
            return false;
        }

        return day is >= 1 and <= 31;
    }

    private static bool TryMonthFirst(in Utterance u, int start, out Day day, out int end)
    {
        int at = start + 1;
        at = u.SymbolAt(at) is '.' ? at + 1 : at;
        at = u.SymbolAt(at) is ',' or '-' or '/' ? at + 1 : at;
        at = u.Word(at).Term == Term.The ? at + 1 : at;
        day = default;
        if (u.IsDigits(at) && u[at].Length == 4 && u.SymbolAt(at + 1) is '-' or '/' && u.IsDigits(at + 2, 2) && u.IsGlued(at + 2))
        {
            day = Certain((int)u[at].Value, u.Word(start).Month, (int)u[at + 2].Value);
            end = at + 3;
            return !day.IsNone;
        }

        bool read = TryDayNumber(u, at, out int number, out end, out _);
        if (u.IsSymbol(end, '(') && u.Word(end + 1).Weekday > 0 && u.IsSymbol(end + 2, ')'))
            end += 3;
        return read && TryYear(u, u.Word(start).Month, number, ref end, out day);
    }

    private static bool TryDayFirst(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        int first = u.Word(start).Term == Term.The ? start + 1 : start;
        if (!TryDayNumber(u, first, out int number, out end, out bool isOrdinal) || u.SymbolAt(start - 1) is '$' or '€' or '£')
            return false;
        if (isOrdinal && u.Word(end).Unit == TimeUnit.Day)
            end++;
        end = u.Word(end).Term == Term.Of || u.SymbolAt(end) is '-' or '/' or ',' or '.' ? end + 1 : end;
        if (u.IsDigits(end) && u[end].Length == 4 && u.SymbolAt(end + 1) is '-' or '/' && u.Word(end + 2).Month > 0)
        {
            day = Certain((int)u[end].Value, u.Word(end + 2).Month, number);
            end += 3;
            return !day.IsNone;
        }

        int month = u.Word(end).Month;
        end++;
        if (month > 0 && u.IsSymbol(end, '.') && u[end - 1].Length <= 4 && (u.IsDigits(end + 1) || u.IsSymbol(end + 1, ',')))
            end++;
        return month > 0 && TryYear(u, month, number, ref end, out day);
    }

    private static bool TryYearFirst(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start + 5;
        if (TryYearDayMonth(u, start, out day))
            return true;
        if (!u.IsDigits(start) || u[start].Length != 4 || u.Word(start + 2).Month == 0 || u.SymbolAt(start + 1) is not ('-' or '/' or '.'))
            return false;
        if (u.SymbolAt(start + 3) != u.SymbolAt(start + 1) || !TryDayNumber(u, start + 4, out int number, out end, out _))
            return false;
        day = Certain((int)u[start].Value, u.Word(start + 2).Month, number);
        return !day.IsNone;
    }

    /// <summary>"2020/23/sep".</summary>
    private static bool TryYearDayMonth(in Utterance u, int start, out Day day)
    {
        char mark = u.SymbolAt(start + 1);
        bool form = u.IsDigits(start) && u[start].Length == 4 && mark is '/' or '-' or '.' && u.IsDigits(start + 2, 2) && u.IsSymbol(start + 3, mark) && u.Word(start + 4).Month > 0;
        day = form ? Certain((int)u[start].Value, u.Word(start + 4).Month, (int)u[start + 2].Value) : default;
        return !day.IsNone;
    }

    private static bool TryYear(in Utterance u, int month, int number, ref int end, out Day day)
    {
        int at = u.Word(end).Term is Term.Of or Term.In || u.SymbolAt(end) is ',' or '/' or '-' or '.' ? end + 1 : end;
        at = u.Word(at).Term == Term.The && u.Word(at + 1).Unit == TimeUnit.Year ? at + 2 : at;
        bool two = u.IsDigits(at) && u[at].Length == 2;
        bool another = two && at > end && (u.SymbolAt(end) == ',' && !NamedDayGrammar.EndsClause(u, at + 1) || u.SymbolAt(end) == '-' && !u.IsSymbol(end - 2, '-'));
        if (!another && YearGrammar.TryAfterDate(u, at, out int year, out int after))
        {
            day = Certain(year, month, number);
            end = after;
            return !day.IsNone;
        }

        day = Calendar.IsMonthDay(month, number) ? Day.OfYear(month, number, u.Reference) : default;
        return !day.IsNone;
    }

    private static Day Certain(int year, int month, int number) =>
        Calendar.IsDate(year, month, number) ? Day.Exact(new DateTime(year, month, number)) : default;
}
