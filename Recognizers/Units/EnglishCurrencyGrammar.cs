using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>Amounts of money in English: "$ 48.2 million", "EUR 125", "10 us dollars", "one kuai and five mao five", "75 USD million".</summary>
internal static class EnglishCurrencyGrammar
{
    private static readonly UnitTable Units = new("currency-en.txt");

    public static bool TryRead(in Utterance u, int start, out double amount, out UnitName unit, out int end)
    {
        if (NumberGrammar.TryRead(u, start, true, out NumberReading number))
            return TryNumberFirst(u, number, out amount, out unit, out end);
        amount = 0;
        if (!TryUnit(u, start, out unit, out end) || !MayPrecede(u, start, end) || !NumberGrammar.TryRead(u, end, true, out number))
            return false;
        // "$2m": behind a sign the letter is no metre.
        bool millions = u.IsGlued(number.End) && u.TextOf(number.End) is "m" or "mn";
        if (!millions && u.IsGlued(number.End) && u[number.End].Kind == TokenKind.Word || number.Value < 0)
            return false;
        amount = millions ? number.Value * 1e6 : number.Value;
        end = millions ? number.End + 1 : number.End;
        if (u.Word(end).Term == Term.And && !u.IsDigits(end + 1))
            AddFraction(u, unit, ref amount, ref end);
        return true;
    }

    /// <summary>The longest name of a currency whose words begin at the token.</summary>
    public static bool TryUnit(in Utterance u, int start, out UnitName unit, out int end) => Units.TryLongest(u, start, out unit, out end);

    /// <summary>A unit that is a word of its own kind even where no number stands by it.</summary>
    public static bool StandsAlone(in Utterance u, int start, int end, UnitName unit) =>
        u.Text[u[start].Start] is var initial && char.IsLetter(initial) && !unit.IsFraction && u.Slice(start, end).EndsWith("dollar")
        || u.Slice(start, end).EndsWith("dollars") || u.Slice(start, end) is "euro" or "euros" or "rupees" or "bitcoin" or "bitcoins";

    /// <summary>Signs, codes and a few short names stand before their number; longer names do so only behind it.</summary>
    private static bool MayPrecede(in Utterance u, int start, int end)
    {
        ReadOnlySpan<char> name = u.Slice(start, end);
        bool sign = !char.IsLetter(name[^1]);
        bool code = name.Length == 3 && end == start + 1;
        return (sign || code || name is "rs" or "r" or "rm" or "sen") && !(u.IsGlued(start) && u[start - 1].Kind != TokenKind.Symbol && sign);
    }

    private static bool TryNumberFirst(in Utterance u, NumberReading number, out double amount, out UnitName unit, out int end)
    {
        amount = number.Value;
        int at = u.IsSymbol(number.End, '-') ? number.End + 1 : number.End;
        if (!TryUnit(u, at, out unit, out end) && !TryScaledCode(u, at, ref amount, out unit, out end))
            return false;
        bool sign = end == at + 1 && u[at].Kind == TokenKind.Symbol;
        if (sign && u.IsGlued(end) && u.IsDigits(end) && !u.IsGlued(at))
            return false;
        if (unit.Fraction > 1 && u[at].Length == 1 && !u.IsGlued(at))
            return false;
        if (u.Word(end).Scale >= 1000)
            amount *= u.Word(end++).Scale;
        else if (!unit.IsFraction)
            AddFraction(u, unit, ref amount, ref end);
        return true;
    }

    /// <summary>"120 MEUR", "5 KUSD".</summary>
    private static bool TryScaledCode(in Utterance u, int at, ref double amount, out UnitName unit, out int end)
    {
        unit = null!;
        end = at + 1;
        ReadOnlySpan<char> name = u.TextOf(at);
        double scale = name.Length != 4 ? 0 : name[0] switch { 'm' => 1e6, 'k' => 1e3, 'b' => 1e9, _ => 0 };
        if (scale == 0 || !Units.TryFind(name[1..], out unit) || unit.Code.Length == 0)
            return false;
        amount *= scale;
        return true;
    }

    /// <summary>Cents and the like behind a whole amount: "10 $ 30 cent", "15 dollars 50", "one dollar and two", "five mao five".</summary>
    private static void AddFraction(in Utterance u, UnitName whole, ref double amount, ref int end)
    {
        int at = u.Word(end).Term == Term.And || u.IsSymbol(end, ',') && !u.IsDigits(end + 1) ? end + 1 : end;
        if (!NumberGrammar.TryRead(u, at, true, out NumberReading part) || part.Value is < 0 or >= 100 || part.Shape != NumberShape.Integer)
            return;
        if (TryUnit(u, part.End, out UnitName unit, out int after))
        {
            if (!unit.IsFraction)
                return;
            amount += part.Value / unit.Fraction;
            end = after;
            bool tenths = unit.Fraction == 10 && NumberGrammar.TryRead(u, after, false, out NumberReading rest) && Adds(u, rest, ref amount, ref end);
        }
        else if (u.IsGlued(part.End) && u[part.End].Kind == TokenKind.Word || u.Word(part.End).Term == Term.Percent
            || u.Word(part.End).Unit != Dates.TimeUnit.None || IsPluralNoun(u, part.End))
        {
            return;
        }
        else
        {
            amount += part.Value / 100;
            end = part.End;
        }
    }

    private static bool Adds(in Utterance u, NumberReading rest, ref double amount, ref int end)
    {
        bool adds = rest.Value is >= 0 and < 10;
        amount += adds ? rest.Value / 100 : 0;
        end = adds ? rest.End : end;
        return adds;
    }

    /// <summary>"five dollars 3 times": the number counts what follows.</summary>
    private static bool IsPluralNoun(in Utterance u, int at)
    {
        ReadOnlySpan<char> word = u.TextOf(at);
        return u[at].Kind == TokenKind.Word && word.Length > 3 && word[^1] == 's' && u.Word(at).Term == Term.None;
    }
}
