using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Holidays by name: "christmas", "labor day 2019", "next easter", "last year's halloween".</summary>
internal static class HolidayGrammar
{
    private const int LongestName = 64;
    private static readonly HolidayNames Holidays = new("holidays-en.txt");

    /// <summary>Whether some holiday's name begins at the token.</summary>
    public static bool MayBegin(in Utterance u, int start) => TryName(u, start, out _, out _);

    /// <summary>A holiday with or without its year, or counted from now ("next easter", "independence day of this year").</summary>
    public static bool TryRead(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        bool directed = Direction.TryRead(u, start, out Direction direction);
        int at = directed ? direction.End : start;
        end = at;
        if (directed && u.Word(start).Term == Term.The)
            return false;
        if (TryOfYearBefore(u, start, out day, out end))
            return true;
        if (!TryName(u, at, out Holiday holiday, out end))
            return false;
        int next = u.Word(end).Term is Term.Of or Term.In || u.IsSymbol(end, ',') ? end + 1 : end;
        if (YearGrammar.TryRead(u, next, out int year, out int after))
        {
            day = holiday.OfYear(year);
            end = after;
        }
        else if (Direction.TryRead(u, next, out Direction years) && u.Word(years.End).Unit == TimeUnit.Year)
        {
            day = holiday.OfYear(u.Reference.Year + years.Steps);
            end = years.End + 1;
        }
        else
        {
            day = directed ? Directed(u.Reference, holiday, direction) : holiday.Nearest(u.Reference);
        }

        return true;
    }

    /// <summary>"next year's christmas", "2019's easter".</summary>
    private static bool TryOfYearBefore(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start;
        if (!MonthPeriodGrammar.TryYearBefore(u, start, out int year, out int after))
            return false;
        int name = MonthPeriodGrammar.AfterPossessive(u, after);
        if (name == after || !TryName(u, name, out Holiday holiday, out end))
            return false;
        day = holiday.OfYear(year);
        return true;
    }

    private static Day Directed(DateTime reference, Holiday holiday, Direction direction)
    {
        Day nearest = holiday.Nearest(reference);
        return direction.Steps switch
        {
            0 => holiday.OfYear(reference.Year),
            > 0 => holiday.OfYear(nearest.Future.Year),
            _ => holiday.OfYear(nearest.Past.Year),
        };
    }

    private static bool TryName(in Utterance u, int start, out Holiday holiday, out int end)
    {
        holiday = null!;
        end = start;
        if (start >= u.Count || u[start].Kind != TokenKind.Word || Holidays.LongestFrom(u.Text[u[start].Start]) == 0)
            return false;
        Span<char> name = stackalloc char[LongestName];
        int length = 0;
        for (int at = start; at < u.Count && TryAppend(u, at, name, ref length); at++)
        {
            if (u[at].Kind == TokenKind.Word && Holidays.TryFind(name[..length], out Holiday found))
                (holiday, end) = (found, at + 1);
        }

        return end > start;
    }

    /// <summary>Adds the token's letters to the name, which spaces, apostrophes, dots and hyphens may part; false where no name goes on so.</summary>
    private static bool TryAppend(in Utterance u, int at, Span<char> name, ref int length)
    {
        if (u[at].Kind == TokenKind.Symbol)
            return HolidayNames.IsFiller(u.Text[u[at].Start]);
        if (u[at].Kind == TokenKind.Digits || length + u[at].Length > LongestName)
            return false;
        foreach (char c in u.TextOf(at))
        {
            if (!HolidayNames.IsFiller(c))
                name[length++] = c;
        }

        return true;
    }
}
