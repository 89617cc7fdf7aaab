using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Years, fiscal years, decades, centuries and seasons as ranges of days.</summary>
internal static class YearPeriodGrammar
{
    private const int YearsOfCentury = 100;

    public static bool TryRead(in Utterance u, int start, out Period period, out int end) =>
        TryNamedYear(u, start, out period, out end) || DecadeGrammar.TryRead(u, start, out period, out end) || TryCentury(u, start, out period, out end)
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
        read &= u.Word(end).Unit == TimeUnit.None && u.Word(end).Term is not (Term.Percent or Term.Over) && !IsCounted(u, start, end) && !u.IsWord(end, "s");
        period = read ? Period.OfYear(year) : default;
        return read;
    }

    private static bool IsCounted(in Utterance u, int start, int end) =>
        u.SymbolAt(start - 1) is '-' or '.' && u.IsGlued(start) && u.IsGlued(start - 1) && !IsYear(u, start - 2) && u.Word(start - 2).Term != Term.Mid
        || u.SymbolAt(start - 1) == '-' && u.IsDigits(start - 2) && !IsYear(u, start - 2)
        || u.SymbolAt(end) == '-' && u.IsGlued(end) && u.IsGlued(end + 1) && !u.IsDigits(end + 1)
        || u.SymbolAt(end) == '-' && u.IsDigits(end + 1, 3);

    private static bool IsYear(in Utterance u, int at) => u.IsDigits(at) && u[at].Length == 4;

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
        end = start;
        if ((u.Hints & Hints.Season) == 0)
            return false;
        string? part = PeriodGrammar.PartOf(u.Word(start).Term);
        int first = part is null ? start : u.Word(start + 1).Term is Term.Of or Term.In || u.IsSymbol(start + 1, '-') ? start + 2 : start + 1;
        bool directed = Direction.TryRead(u, first, out Direction direction);
        int at = directed ? direction.End : u.Word(first).Term == Term.The ? first + 1 : first;
        Season season = u.Word(at).Season;
        end = at + 1;
        if (season == Season.None || at == first && part is null && u.TextOf(at) is "fall" or "spring" && !YearGrammar.TryRead(u, at + 1, out _, out _) && u.Word(at - 1).Term is not (Term.In or Term.During))
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
        else if (Direction.TryRead(u, next, out Direction years) && u.Word(years.End).Unit == TimeUnit.Year && !u.Word(years.End).IsPlural)
        {
            timex = Timex.Year(u.Reference.Year + years.Steps) + "-" + letters;
            end = years.End + 1;
        }

        period = new Period(timex, default, default, default, default, part);
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
