using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Decades: "1990s", "the '90s", "90 s", "the nineties", "nineteen-seventies", "the noughties", "eighteen hundreds".</summary>
internal static class DecadeGrammar
{
    private const int Years = 10;
    private const int FirstCentury = 10;
    private const int LastCentury = 21;

    public static bool TryRead(in Utterance u, int start, out Period period, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        return TryDigits(u, at, out period, out end) || TryWords(u, at, out period, out end);
    }

    /// <summary>A decade of no named century: the last one's and this one's.</summary>
    public static Period AnyCentury(int decade)
    {
        string timex = Timex.Range($"XX{decade:D2}-01-01", $"XX{(decade + Years) % 100:D2}-01-01", "P10Y");
        DateTime past = Calendar.FirstOfYear(1900 + decade), future = Calendar.FirstOfYear(2000 + decade);
        return new Period(timex, past, TimeUnits.AddMonths(past, 12 * Years), future, TimeUnits.AddMonths(future, 12 * Years));
    }

    private static bool TryDigits(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = u.IsSymbol(start, '\'') ? start + 1 : start;
        int suffix = u.IsSymbol(at + 1, '\'') ? at + 2 : at + 1;
        end = suffix + 1;
        if (!u.IsDigits(at) || u[at].Length is not (2 or 4) || u[at].Value % Years != 0 || !u.IsWord(suffix, "s"))
            return false;
        if (u.IsGlued(at) && at == start && (u[at - 1].Kind == TokenKind.Word || u.SymbolAt(at - 1) is '.' or ',' or '$' or ':' || u.IsSymbol(at - 1, '-') && u.Word(at - 2).Term != Term.Mid))
            return false;
        period = u[at].Length == 4 ? Period.OfYears((int)u[at].Value, Years) : AnyCentury((int)u[at].Value);
        return true;
    }

    private static bool TryWords(in Utterance u, int start, out Period period, out int end)
    {
        int decade = DecadeOf(u, start, out end);
        if (decade >= 0)
        {
            period = decade >= 100 ? Period.OfYears(decade, Years) : AnyCentury(decade);
            return true;
        }

        period = default;
        if (u.Word(start).Cardinal is < FirstCentury or > LastCentury)
            return false;
        bool read = CardinalGrammar.TryBelowHundred(u, start, out int century, out int at);
        at = u.IsSymbol(at, '-') || u.Word(at).Term == Term.And ? at + 1 : at;
        decade = u.TextOf(at) is "hundreds" ? 0 : u.TextOf(at) is "tens" ? Years : DecadeOf(u, at, out _);
        end = at + 1;
        period = read && decade is >= 0 and < 100 ? Period.OfYears(century * 100 + decade, Years) : default;
        return read && decade is >= 0 and < 100;
    }

    /// <summary>The decade within its century, a year where the century is known, or -1.</summary>
    private static int DecadeOf(in Utterance u, int at, out int end)
    {
        end = at + 1;
        switch (u.TextOf(at))
        {
            case "twenties": return 20;
            case "thirties": return 30;
            case "forties" or "fourties": return 40;
            case "fifties": return 50;
            case "sixties": return 60;
            case "seventies": return 70;
            case "eighties": return 80;
            case "nineties": return 90;
            case "noughties" or "aughts": return 2000;
            case "two" when u.IsWord(at + 1, "thousands"):
                end = at + 2;
                return 2000;
            default: return -1;
        }
    }
}
