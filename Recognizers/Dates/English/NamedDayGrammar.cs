using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Days with a name of their own: "today", "the day after tomorrow", "the day before", holidays, "on the 18th", "the 15th of next month".</summary>
internal static class NamedDayGrammar
{
    private const int LongestName = 8;
    private static readonly HolidayNames Holidays = new("holidays-en.txt");

    /// <summary>Whether some holiday's name begins with the word.</summary>
    public static bool MayBegin(ReadOnlySpan<char> word) => Holidays.MayBegin(word);

    public static bool TryRead(in Utterance u, int start, out Day day, out int end) =>
        TrySpecial(u, start, out day, out end) || TryHoliday(u, start, out day, out end) || TryOfMonth(u, start, out day, out end);

    private static bool TrySpecial(in Utterance u, int start, out Day day, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        int offset = 0;
        end = at + 1;
        switch (u.Word(at).Term)
        {
            case Term.Today: break;
            case Term.Tomorrow: offset = 1; break;
            case Term.Yesterday: offset = -1; break;
            case Term.Next or Term.Following or Term.Last when u.Word(at + 1).Unit == TimeUnit.Day && !u.Word(at + 1).IsPlural:
                offset = u.Word(at).Term == Term.Last ? -1 : 1;
                end = at + 2;
                day = Day.Exact(TimeUnits.AddDays(u.Reference, offset));
                return u.Word(at + 2).Term != Term.And;
            default:
                return TryAround(u, at, out day, out end);
        }

        day = Day.Exact(TimeUnits.AddDays(u.Reference, offset));
        return at == start;
    }

    private static bool TryAround(in Utterance u, int at, out Day day, out int end)
    {
        day = default;
        end = at + 2;
        Term order = u.Word(at + 1).Term;
        if (u.Word(at).Unit != TimeUnit.Day || u.Word(at).IsPlural || order is not (Term.After or Term.Before))
            return false;
        int sign = order == Term.After ? 1 : -1;
        int offset = sign;
        if (u.Word(at + 2).Term == (sign > 0 ? Term.Tomorrow : Term.Yesterday))
        {
            offset = 2 * sign;
            end = at + 3;
        }
        else if (end < u.Count && u.SymbolAt(end) is not ('?' or '.' or '!' or ',') || u.Word(at - 1).Term != Term.The)
        {
            return false;
        }

        day = Day.Exact(TimeUnits.AddDays(u.Reference, offset));
        return true;
    }

    /// <summary>A holiday with or without its year, or counted from now ("next easter", "independence day of this year").</summary>
    private static bool TryHoliday(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        bool directed = Direction.TryRead(u, start, out Direction direction);
        int at = directed ? direction.End : start;
        end = at;
        if (directed && u.Word(start).Term == Term.The)
            return false;
        if (!TryName(u, at, out Holiday holiday, out end))
            return false;
        int next = u.Word(end).Term is Term.Of or Term.In || u.IsSymbol(end, ',') ? end + 1 : end;
        if (YearGrammar.TryRead(u, next, out int year, out int after))
        {
            day = Day.Exact(holiday.In(year));
            end = after;
        }
        else if (Direction.TryRead(u, next, out Direction years) && u.Word(years.End).Unit == TimeUnit.Year)
        {
            day = Day.Exact(holiday.In(u.Reference.Year + years.Steps));
            end = years.End + 1;
        }
        else
        {
            day = directed ? Directed(u.Reference, holiday, direction) : holiday.Nearest(u.Reference);
        }

        return true;
    }

    private static Day Directed(DateTime reference, Holiday holiday, Direction direction)
    {
        Day nearest = holiday.Nearest(reference);
        return direction.Steps switch
        {
            0 => Day.Exact(holiday.In(reference.Year)),
            > 0 => Day.Exact(nearest.Future),
            _ => Day.Exact(nearest.Past),
        };
    }

    private static bool TryName(in Utterance u, int start, out Holiday holiday, out int end)
    {
        holiday = null!;
        end = start;
        if (start >= u.Count || !Holidays.MayBegin(u.Text[u[start].Start]))
            return false;
        for (int words = Math.Min(LongestName, u.Count - start); words > 0; words--)
        {
            ReadOnlySpan<char> name = u.Slice(start, start + words);
            if (name.Length <= Holidays.Longest && Holidays.TryFind(name, out holiday))
            {
                end = start + words;
                return true;
            }
        }

        return false;
    }

    /// <summary>"the 15th day of next month", "15th of this month"; alone only behind "on", as in "on the 18th".</summary>
    private static bool TryOfMonth(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        if (!MonthDayGrammar.TryDayNumber(u, at, out int number, out end, out bool ordinal) || !ordinal)
            return false;
        int of = u.Word(end).Unit == TimeUnit.Day ? end + 1 : end;
        of = u.Word(of).Term == Term.Of ? of + 1 : of;
        bool theMonth = u.Word(of - 1).Term == Term.Of && u.Word(of).Term == Term.The && u.Word(of + 1).Unit == TimeUnit.Month && !u.Word(of + 1).IsPlural;
        if (theMonth && Calendar.IsDate(u.Reference.Year, u.Reference.Month, number))
        {
            end = of + 2;
            day = Day.Exact(new DateTime(u.Reference.Year, u.Reference.Month, number));
            return true;
        }

        if (Direction.TryRead(u, of, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month && !u.Word(direction.End).IsPlural)
        {
            DateTime month = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
            end = direction.End + 1;
            day = Calendar.IsDate(month.Year, month.Month, number) ? Day.Exact(new DateTime(month.Year, month.Month, number)) : default;
            return !day.IsNone;
        }

        bool on = u.Word(start - 1).Term is Term.On or Term.By;
        if (!on || u.Word(end).Unit != TimeUnit.None || IsNoun(u, end))
            return false;
        day = Day.OfMonth(number, u.Reference);
        return true;
    }

    /// <summary>"on the 18th floor": an unknown word behind is what the ordinal counts.</summary>
    private static bool IsNoun(in Utterance u, int at) => at < u.Count && u[at].Kind == TokenKind.Word && u[at].Length > 3
        && !u.Word(at).IsTemporal && u.TextOf(at) is not ("with" or "please" or "thanks" or "instead" or "because");
}
