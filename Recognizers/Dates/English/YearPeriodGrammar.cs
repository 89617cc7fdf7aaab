using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Years, fiscal years, decades, centuries and seasons as ranges of days.</summary>
internal static class YearPeriodGrammar
{
    private const int YearsOfCentury = 100;

    public static bool TryRead(in Utterance u, int start, out Period period, out int end) =>
        TryNamedYear(u, start, out period, out end) || TryDecade(u, start, out period, out end) || TryCentury(u, start, out period, out end)
        || TrySeason(u, start, out period, out end) || TryBare(u, start, out period, out end);

    /// <summary>A year known by words before it ("year 2008", "fiscal year 2008", "cy18") or by direction ("last fiscal year").</summary>
    private static bool TryNamedYear(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        bool directed = Direction.TryRead(u, start, out Direction direction);
        int at = directed ? direction.End : start;
        string? kind = u.Word(at).Term switch
        {
            Term.Calendar => "",
            Term.Fiscal => "FY",
            _ when u.TextOf(at) is "school" or "sy" => "SY",
            _ => null,
        };
        bool shortName = u.TextOf(at) is "cy" or "fy" or "sy";
        int yearWord = kind is null ? at : at + 1;
        if (!shortName && u.Word(yearWord).Unit != TimeUnit.Year || u.Word(yearWord).IsPlural)
            return false;
        end = shortName ? yearWord : yearWord + 1;
        if (directed && kind is not null && !shortName)
        {
            period = OfKind(kind, u.Reference.Year + direction.Steps);
            return true;
        }

        if (directed || !YearGrammar.TryAfterDate(u, end, out int year, out end))
        {
            bool glued = shortName && u.IsGlued(yearWord) && u.IsDigits(yearWord, 4);
            if (directed || !glued)
                return false;
            year = Calendar.FullYear((int)u[yearWord].Value);
            end = yearWord + 1;
        }

        period = OfKind(kind ?? "", year);
        return true;
    }

    private static Period OfKind(string kind, int year) =>
        kind.Length == 0 ? Period.OfYear(year) : new Period(kind + Timex.Year(year), default, default, default, default);

    private static bool TryBare(in Utterance u, int start, out Period period, out int end)
    {
        bool read = YearGrammar.TryRead(u, start, out int year, out end);
        read &= u.Word(end).Unit == TimeUnit.None && u.Word(end).Term is not (Term.Percent or Term.Over) && !IsCounted(u, start, end);
        period = read ? Period.OfYear(year) : default;
        return read;
    }

    private static bool IsCounted(in Utterance u, int start, int end) =>
        u.SymbolAt(start - 1) is '-' or '.' && u.IsGlued(start) && u.IsGlued(start - 1) && !IsYear(u, start - 2)
        || u.SymbolAt(start - 1) == '-' && u.IsDigits(start - 2) && !IsYear(u, start - 2)
        || u.SymbolAt(end) == '-' && u.IsGlued(end) && u.IsGlued(end + 1) && !u.IsDigits(end + 1);

    private static bool IsYear(in Utterance u, int at) => u.IsDigits(at) && u[at].Length == 4;

    /// <summary>"1990s", "1990 s", "the 90s", "the nineties".</summary>
    private static bool TryDecade(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        end = at + 1;
        if (u.IsDigits(at))
        {
            int suffix = u.IsSymbol(at + 1, '\'') ? at + 2 : at + 1;
            bool plural = u.IsWord(suffix, "s") && (u.IsGlued(suffix) || u[at].Length == 4);
            if (!plural || u[at].Value % 10 != 0 || u[at].Length is not (2 or 4) || u[at].Length == 2 && at == start && u.Word(start - 1).Term is not (Term.In or Term.During))
                return false;
            end = suffix + 1;
            period = u[at].Length == 4 ? Period.OfYears((int)u[at].Value, 10) : AnyCentury((int)u[at].Value);
            return true;
        }

        int decade = u.TextOf(at) switch
        {
            "twenties" => 20,
            "thirties" => 30,
            "forties" => 40,
            "fifties" => 50,
            "sixties" => 60,
            "seventies" => 70,
            "eighties" => 80,
            "nineties" => 90,
            _ => 0,
        };
        period = decade > 0 ? AnyCentury(decade) : default;
        return decade > 0;
    }

    /// <summary>A decade of no named century: the last one's and this one's.</summary>
    public static Period AnyCentury(int decade)
    {
        string timex = Timex.Range($"XX{decade:D2}-01-01", $"XX{(decade + 10) % 100:D2}-01-01", "P10Y");
        DateTime past = Calendar.FirstOfYear(1900 + decade), future = Calendar.FirstOfYear(2000 + decade);
        return new Period(timex, past, TimeUnits.AddMonths(past, 120), future, TimeUnits.AddMonths(future, 120));
    }

    private static bool TryCentury(in Utterance u, int start, out Period period, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        end = at + 1;
        period = default;
        if (!Numbers.English.OrdinalGrammar.TryRead(u, at, out Numbers.NumberReading ordinal) || u.Word(ordinal.End).Unit != TimeUnit.Century)
            return false;
        end = ordinal.End + 1;
        period = Period.OfYears((int)(ordinal.Value - 1) * YearsOfCentury, YearsOfCentury);
        return ordinal.Value is > 1 and <= 30;
    }

    /// <summary>Seasons have no agreed days, so they stay unresolved: "2017-SU".</summary>
    private static bool TrySeason(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        bool directed = Direction.TryRead(u, start, out Direction direction);
        int at = directed ? direction.End : u.Word(start).Term == Term.The ? start + 1 : start;
        Season season = u.Word(at).Season;
        end = at + 1;
        if (season == Season.None || at == start && u.TextOf(at) is "fall" or "spring" && !YearGrammar.TryRead(u, at + 1, out _, out _) && u.Word(at - 1).Term is not (Term.In or Term.During))
            return false;
        string letters = Letters(season);
        int next = u.Word(end).Term == Term.Of || u.IsSymbol(end, ',') ? end + 1 : end;
        string timex = letters;
        if (directed)
        {
            timex = Timex.Year(u.Reference.Year + direction.Steps) + "-" + letters;
        }
        else if (YearGrammar.TryRead(u, next, out int year, out int after))
        {
            timex = Timex.Year(year) + "-" + letters;
            end = after;
        }

        period = new Period(timex, default, default, default, default);
        return true;
    }

    public static string Letters(Season season) => season switch
    {
        Season.Spring => "SP",
        Season.Summer => "SU",
        Season.Autumn => "FA",
        Season.Winter => "WI",
        _ => "",
    };
}
