using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Years: "2014", "two thousand and fifteen", "nineteen hundred ninety three", "nineteen eighty-four"; of two digits behind a date.</summary>
internal static class YearGrammar
{
    private const int FirstBare = 1500;
    private const int FirstIntroduced = 1000;
    private const int LastBare = 2100;

    /// <summary>A year that stands by itself, 1500 to 2100.</summary>
    public static bool TryRead(in Utterance u, int start, out int year, out int end)
    {
        if (u.IsDigits(start))
        {
            year = (int)Math.Min(u[start].Value, 99999);
            end = start + 1;
            return u[start].Length == 4 && year <= LastBare && year >= (IsIntroduced(u, start) ? FirstIntroduced : FirstBare) && IsFree(u, start) && !IsOfDigits(u, start);
        }

        return TryWords(u, start, out year, out end);
    }

    /// <summary>A year behind a day or month, where any four digits count, and two if nothing behind makes them something else.</summary>
    public static bool TryAfterDate(in Utterance u, int start, out int year, out int end)
    {
        end = start + 1;
        year = 0;
        int at = u.IsSymbol(start, '\'') ? start + 1 : start;
        if (!u.IsDigits(at))
            return TryWords(u, start, out year, out end);
        if (u[at].Length is not (2 or 4) || !IsFree(u, at) || at > start && !u.IsGlued(at))
            return false;
        if (u[at].Length == 2 && IsSomethingElse(u, at + 1))
            return false;
        year = Calendar.FullYear((int)u[at].Value);
        end = at + 1;
        return year is > 0 and <= 9999;
    }

    /// <summary>A word before it leaves no doubt that the digits are a year, however early.</summary>
    private static bool IsIntroduced(in Utterance u, int at) => u.Word(at - 1).Term is Term.In or Term.Since or Term.Before or Term.After or Term.Until or Term.During || u.Word(at - 1).Unit == TimeUnit.Year;

    /// <summary>One of several groups of digits, as phone and card numbers are written.</summary>
    private static bool IsOfDigits(in Utterance u, int at) => u.IsDigits(at - 1) && !u.IsGlued(at) && u.IsDigits(at + 1) && !u.IsGlued(at + 1);

    /// <summary>Not part of a decimal, an amount, a time or a code.</summary>
    private static bool IsFree(in Utterance u, int at)
    {
        bool decimals = u.IsSymbol(at - 1, '.') && u.IsDigits(at - 2) && u.IsGlued(at - 1) && u[at - 2].Length > 2;
        bool marked = u[at - 1].Kind == TokenKind.Word || u.SymbolAt(at - 1) is '$' or '€' or '£' or '#' or '_';
        if (u.IsGlued(at) && (marked || decimals))
            return false;
        if (!u.IsGlued(at + 1))
            return true;
        char next = u.SymbolAt(at + 1);
        return u[at + 1].Kind == TokenKind.Symbol && next is not ('%' or '_' or ':') && !(next is '.' or ',' && u.IsGlued(at + 2) && u.IsDigits(at + 2));
    }

    private static bool IsSomethingElse(in Utterance u, int at)
    {
        Word word = u.Word(at);
        return u.SymbolAt(at) is ':' or '-' or '/' or '%' || word.Unit != TimeUnit.None || word.Month > 0 || word.Term is Term.OClock or Term.Percent
            || word.Cardinal >= 0 || word.Scale > 0 || ClockGrammar.TryMeridiem(u, at, out _, out _);
    }

    private static bool TryWords(in Utterance u, int start, out int year, out int end)
    {
        year = 0;
        end = start;
        if (u.Word(start).Cardinal < 0 || u.IsDigits(start))
            return false;
        bool thousands = CardinalGrammar.TryRead(u, start, out NumberReading number) && number.Value is >= FirstBare and <= LastBare;
        if (thousands && u.Word(number.End).Unit == TimeUnit.None)
        {
            year = (int)number.Value;
            end = number.End;
            return true;
        }

        if (!CardinalGrammar.TryBelowHundred(u, start, out int century, out int at) || century is not ((>= 15 and <= 20) and not 0))
            return false;
        if (u.Word(start).Cardinal == 20 && at > start + 1)
            return false;
        if (!CardinalGrammar.TryBelowHundred(u, at, out int rest, out end) || rest < 10 || u.Word(end).Unit != TimeUnit.None)
            return false;
        year = century * 100 + rest;
        return true;
    }
}
