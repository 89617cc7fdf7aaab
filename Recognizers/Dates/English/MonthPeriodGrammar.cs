using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Months and quarters: "april", "april of 87", "2017 april", "2015-3", "q1 2019", "the first quarter of the year", "the 9th month of next year".</summary>
internal static class MonthPeriodGrammar
{
    private const int MonthsOfHalf = 6;

    public static bool TryRead(in Utterance u, int start, out Period period, out int end) =>
        TryByName(u, start, out period, out end) || TryDigits(u, start, out period, out end)
        || TryQuarter(u, start, out period, out end) || TryNthOfYear(u, start, out period, out end);

    private static bool TryByName(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        return (u.Hints & Hints.Month) != 0 && (TryNamed(u, start, out period, out end) || TryYearFirst(u, start, out period, out end));
    }

    private static bool TryNamed(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        int first = AfterMonthOf(u, start);
        bool directed = Direction.TryRead(u, first, out Direction direction) && u.Word(first).Term != Term.The;
        int at = directed ? direction.End : first;
        int month = u.Word(at).Month;
        if (month == 0 || u.SymbolAt(at - 1) is '$' or '#' && u.IsGlued(at))
            return false;
        end = at + 1;
        int next = u.IsSymbol(end, '.') && u[at].Length <= 4 ? end + 1 : end;
        next = u.Word(next).Term is Term.Of or Term.In || u.SymbolAt(next) is ',' or '-' or '/' ? next + 1 : next;
        if (directed)
        {
            period = Period.OfMonth(u.Reference.Year + direction.Steps, month);
            return u.TextOf(at) is not "may" || end >= u.Count || u[end].Kind == TokenKind.Symbol || u.Word(end).IsTemporal && u.Word(end).Term != Term.Or;
        }

        if (YearGrammar.TryAfterDate(u, next, out int year, out int after) && (u[next].Length == 4 || !u.IsDigits(next) || u.IsSymbol(next, '\'') || u.Word(next - 1).Term == Term.Of))
        {
            period = Period.OfMonth(year, month);
            end = after;
            return true;
        }

        if (Direction.TryRead(u, next, out direction) && u.Word(direction.End).Unit == TimeUnit.Year && !u.Word(direction.End).IsPlural)
        {
            period = Period.OfMonth(u.Reference.Year + direction.Steps, month);
            end = direction.End + 1;
            return true;
        }

        period = Period.AnyMonth(month, u.Reference);
        return !IsAmbiguousName(u, at);
    }

    /// <summary>Past "the month of".</summary>
    private static int AfterMonthOf(in Utterance u, int start)
    {
        int month = u.Word(start).Term == Term.The ? start + 1 : start;
        return u.Word(month).Unit == TimeUnit.Month && !u.Word(month).IsPlural && u.Word(month + 1).Term == Term.Of ? month + 2 : start;
    }

    /// <summary>"may" and "march" are verbs unless a word before them speaks of time.</summary>
    private static bool IsAmbiguousName(in Utterance u, int at)
    {
        if (u.TextOf(at) is not ("may" or "march" or "mar"))
            return false;
        if ((u.Word(at + 1).Term is Term.To or Term.Until or Term.Through || u.IsSymbol(at + 1, '-')) && u.Word(at + 2).Month > 0)
            return false;
        if (u.Word(at - 1).Term == Term.And)
            return u.Word(at - 2).Month == 0;
        Term before = u.Word(at - 1).Term == Term.The ? u.Word(at - 2).Term : u.Word(at - 1).Term;
        return before is not (Term.In or Term.Of or Term.From or Term.To or Term.Until or Term.Since or Term.Before or Term.After or Term.Mid
            or Term.Early or Term.Late or Term.During or Term.By or Term.Through or Term.Between or Term.For or Term.Every or Term.Each or Term.On or Term.At
            or Term.Than or Term.About or Term.Next or Term.Last) && !u.IsSymbol(at - 1, '-');
    }

    private static bool TryYearFirst(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        if (!YearGrammar.TryRead(u, start, out int year, out end))
            return false;
        int at = u.SymbolAt(end) is ',' or '-' or '/' ? end + 1 : end;
        if (u.Word(at).Month == 0)
            return false;
        period = Period.OfMonth(year, u.Word(at).Month);
        end = at + 1;
        return true;
    }

    /// <summary>"2015-3", "05/2017".</summary>
    private static bool TryDigits(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start + 3;
        if (!u.IsDigits(start) || u.SymbolAt(start + 1) is not ('-' or '/') || !u.IsDigits(start + 2) || !u.IsGlued(start + 1) || !u.IsGlued(start + 2))
            return false;
        bool yearFirst = u[start].Length == 4;
        Token yearToken = yearFirst ? u[start] : u[start + 2], monthToken = yearFirst ? u[start + 2] : u[start];
        bool free = !(u.IsGlued(start) && u[start - 1].Kind == TokenKind.Word) && !(u.IsGlued(end) && (u[end].Kind == TokenKind.Word || u.SymbolAt(end) is '-' or '/' && u.IsDigits(end + 1)));
        bool before = u.IsGlued(start) && u.SymbolAt(start - 1) is '-' or '/' or '+';
        if (!free || before || yearToken.Length != 4 || monthToken.Length > 2 || monthToken.Value is < 1 or > 12 || yearToken.Value is < 1000 or > 2999)
            return false;
        period = Period.OfMonth((int)yearToken.Value, (int)monthToken.Value);
        return true;
    }

    /// <summary>Quarters and halves with a year before or behind, or without.</summary>
    private static bool TryQuarter(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = start;
        bool yearFirst = TryYearBefore(u, start, out int year, out int after);
        if (yearFirst)
            at = u.IsSymbol(after, '-') ? after + 1 : AfterPossessive(u, after);
        int the = u.Word(at).Term == Term.The ? at + 1 : at;
        if (!TryPart(u, the, out int first, out int months, out end))
            return false;
        bool half = months == MonthsOfHalf;
        if (yearFirst)
        {
            period = Period.OfMonths(Calendar.FirstOfMonth(year, first), months);
            return true;
        }

        int next = u.Word(end).Term is Term.Of or Term.In || u.SymbolAt(end) is '-' or ',' ? end + 1 : end;
        if (YearGrammar.TryAfterDate(u, next, out year, out after) && u[next].Length == 4)
        {
            period = Period.OfMonths(Calendar.FirstOfMonth(year, first), months);
            end = after;
            return true;
        }

        bool directed = Direction.TryRead(u, next, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Year;
        if (directed)
        {
            period = Period.OfMonths(Calendar.FirstOfMonth(u.Reference.Year + direction.Steps, first), months);
            end = direction.End + 1;
            return true;
        }

        bool theYear = u.Word(next).Term == Term.The && u.Word(next + 1).Unit == TimeUnit.Year && !u.Word(next + 1).IsPlural;
        if (theYear)
            end = next + 2;
        period = half ? Period.OfMonths(Calendar.FirstOfMonth(u.Reference.Year, first), months) : Period.AnyMonths(first, months, u.Reference);
        return theYear || !half;
    }

    /// <summary>A year with what stands in it behind: "2019 q1", "next year's third quarter".</summary>
    public static bool TryYearBefore(in Utterance u, int start, out int year, out int end)
    {
        if (YearGrammar.TryRead(u, start, out year, out end))
            return true;
        bool directed = Direction.TryRead(u, start, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Year;
        year = u.Reference.Year + direction.Steps;
        end = direction.End + 1;
        return directed;
    }

    /// <summary>Past "'s".</summary>
    public static int AfterPossessive(in Utterance u, int at) => u.IsSymbol(at, '\'') && u.IsWord(at + 1, "s") ? at + 2 : at;

    /// <summary>"q1", "h2", "first quarter", "third quarter", "first half".</summary>
    private static bool TryPart(in Utterance u, int at, out int firstMonth, out int months, out int end)
    {
        firstMonth = 0;
        months = 0;
        end = at + 2;
        if (u.TextOf(at) is "q" or "h" && u.IsGlued(at + 1) && u.IsDigits(at + 1, 1))
        {
            months = u.IsWord(at, "q") ? 3 : MonthsOfHalf;
            firstMonth = ((int)u[at + 1].Value - 1) * months + 1;
            return firstMonth is >= 1 and <= 12 && !(u.IsGlued(end) && u[end].Kind != TokenKind.Symbol);
        }

        if (!WeekdayGrammar.TryNth(u, at, out int nth, out int next, out _))
            return false;
        // "the last quarter of 2019"; without a year behind it is the one before this.
        nth = u.Word(at).Term == Term.Last && u.Word(next + 1).Term == Term.Of && YearGrammar.TryRead(u, next + 2, out _, out _) ? 4 : nth;
        if (nth > 4)
            return false;
        next = u.IsSymbol(next, '-') ? next + 1 : next;
        months = u.Word(next).Unit == TimeUnit.Quarter && !u.Word(next).IsPlural ? 3 : u.Word(next).Term == Term.Half && nth <= 2 ? MonthsOfHalf : 0;
        firstMonth = (nth - 1) * months + 1;
        end = next + 1;
        return months > 0;
    }

    /// <summary>"the third month of 2021".</summary>
    private static bool TryNthOfYear(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        end = at + 1;
        if (!Numbers.English.OrdinalGrammar.TryRead(u, at, out Numbers.NumberReading nth) || u.Word(nth.End).Unit != TimeUnit.Month || nth.Value is < 1 or > 12)
            return false;
        int next = u.Word(nth.End + 1).Term is Term.Of or Term.In ? nth.End + 2 : nth.End + 1;
        if (!TryYearBefore(u, next, out int year, out end))
            return false;
        period = Period.OfMonth(year, (int)nth.Value);
        return true;
    }
}
