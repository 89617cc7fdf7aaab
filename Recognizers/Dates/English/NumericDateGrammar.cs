using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Dates in digits: month first unless that cannot be, year first with four digits: "5/3/18", "22/04", "2018-7-6", "20161016".</summary>
internal static class NumericDateGrammar
{
    private const int FirstOfLastCentury = 40;
    private const int LastOfThisCentury = 30;
    private const int HoursOfHalfDay = 12;

    /// <param name="hyphenated">Whether "7-6" may be a date, as behind a weekday; "3-8" is rather hours.</param>
    public static bool TryRead(in Utterance u, int start, bool hyphenated, out Day day, out int end)
    {
        day = default;
        end = start + 1;
        if (!u.IsDigits(start) || u.IsGlued(start) && (u[start - 1].Kind == TokenKind.Word || u.SymbolAt(start - 1) is '$' or '.' or '%'))
            return false;
        if (u.IsSymbol(start - 1, '-') && u.IsSymbol(start + 1, '-') && u.IsGlued(start) && u.IsGlued(start - 1) && u.IsDigits(start - 2) && !EndsDate(u, start - 2))
            return false;
        if (u[start].Length == 8)
            return TryCompact(u, start, out day);
        if (u[start].Length == 4 && u.IsDigits(start + 1))
            return TrySpaced(u, start, out day, out end);
        char separator = u.SymbolAt(start + 1);
        if (separator is not ('/' or '-' or '.') || !u.IsGlued(start + 1) || !u.IsGlued(start + 2) || !u.IsDigits(start + 2, 4))
            return false;
        bool three = u.IsSymbol(start + 3, separator) && u.IsGlued(start + 3) && u.IsGlued(start + 4) && u.IsDigits(start + 4, 4);
        if (three)
        {
            end = start + 5;
            return IsFree(u, end, separator) && TryThree(u[start], u[start + 2], u[start + 4], separator == '.', out day);
        }

        end = start + 3;
        bool on = u.Word(start - 1).Term == Term.On;
        if (separator != '/' && !on && !(hyphenated && separator == '-') || u[start].Length > 2 || u[start + 2].Length > 2)
            return false;
        if (separator == '-' && !on && u[start].Value < u[start + 2].Value && u[start + 2].Value <= HoursOfHalfDay || IsAlways(u, start))
            return false;
        if (separator == '.' && (u[start].Value > 12 || u.Word(end).Unit != TimeUnit.None || u.Word(end).Term == Term.Percent || ClockGrammar.TryMeridiem(u, end, out _, out _)))
            return false;
        return IsFree(u, end, separator) && TryTwo(u, (int)u[start].Value, (int)u[start + 2].Value, out day);
    }

    /// <summary>The year of a date, behind which a hyphen leads to another: "10-1-2018-10-7-2018".</summary>
    private static bool EndsDate(in Utterance u, int year) => u[year].Length == 4 && u.IsSymbol(year - 1, '-') && u.IsDigits(year - 2, 2)
        && u.IsSymbol(year - 3, '-') && u.IsDigits(year - 4, 2);

    /// <summary>"24/7" is no day unless "on" says so.</summary>
    private static bool IsAlways(in Utterance u, int start) => u[start].Value == 24 && u[start + 2].Value == 7 && u.Word(start - 1).Term != Term.On;

    /// <summary>"2016 10 16".</summary>
    private static bool TrySpaced(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start + 3;
        bool three = u.IsDigits(start + 1, 2) && u.IsDigits(start + 2, 2) && !u.IsDigits(end) && !u.IsGlued(end) && u.SymbolAt(end) != ':' && u.Word(end).Unit == TimeUnit.None;
        return three && u[start].Value is >= 1900 and <= 2100 && TryExact((int)u[start].Value, (int)u[start + 1].Value, (int)u[start + 2].Value, out day);
    }

    private static bool IsFree(in Utterance u, int end, char separator) => !u.IsGlued(end) || u.IsWord(end, "t") && u.IsGlued(end + 1) && u.IsDigits(end + 1)
        || u[end].Kind == TokenKind.Symbol && !(u.SymbolAt(end) is '.' or ',' or '/' or ':' or '-' && u.IsGlued(end + 1) && u.IsDigits(end + 1)
            && (separator == '.' || u.SymbolAt(end) != '-'))
        && u.SymbolAt(end) != '%';

    private static bool TryCompact(in Utterance u, int start, out Day day)
    {
        int value = (int)u[start].Value;
        int year = value / 10000;
        bool valid = year is >= 1900 and <= 2100 && Calendar.IsDate(year, value / 100 % 100, value % 100) && !(u.IsGlued(start + 1) && u[start + 1].Kind == TokenKind.Word);
        day = valid ? Day.Exact(new DateTime(year, value / 100 % 100, value % 100)) : default;
        return valid;
    }

    private static bool TryTwo(in Utterance u, int one, int two, out Day day)
    {
        (int month, int number) = one > 12 ? (two, one) : (one, two);
        day = Calendar.IsMonthDay(month, number) ? Day.OfYear(month, number, u.Reference) : default;
        return !day.IsNone;
    }

    /// <summary>Dots part day, month and year, as on the European continent; slashes and hyphens month, day and year.</summary>
    private static bool TryThree(Token one, Token two, Token three, bool dotted, out Day day)
    {
        day = default;
        if (one.Length == 4 && two.Length <= 2 && three.Length <= 2)
            return TryExact((int)one.Value, (int)two.Value, (int)three.Value, out day);
        if (one.Length > 2 || two.Length > 2 || three.Length is not (2 or 4))
            return false;
        (int month, int number) = one.Value > 12 || dotted ? ((int)two.Value, (int)one.Value) : ((int)one.Value, (int)two.Value);
        int year = (int)three.Value;
        if (three.Length == 2 && year is >= LastOfThisCentury and < FirstOfLastCentury)
            return TryEitherCentury(year, month, number, out day);
        return TryExact(three.Length == 2 ? Calendar.FullYear(year) : year, month, number, out day);
    }

    private static bool TryExact(int year, int month, int number, out Day day)
    {
        day = Calendar.IsDate(year, month, number) ? Day.Exact(new DateTime(year, month, number)) : default;
        return !day.IsNone;
    }

    private static bool TryEitherCentury(int year, int month, int number, out Day day)
    {
        bool valid = Calendar.IsDate(1900 + year, month, number) && Calendar.IsDate(2000 + year, month, number);
        day = valid
            ? new Day($"XX{year:D2}-{month:D2}-{number:D2}", new DateTime(1900 + year, month, number), new DateTime(2000 + year, month, number))
            : default;
        return valid;
    }
}
