using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.Chinese;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>Finds amounts of money in Chinese: 两美元又三美分, 五元三毛, 三块五, ¥100, 1200亿美元.</summary>
internal static class ChineseCurrencyScanner
{
    private static readonly UnitTable Units = new("currency-zh.txt");

    public static void Scan(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (TryAmount(text, i, out double amount, out UnitName unit, out int end))
                findings.Add(i, end, CurrencyResolution.TypeName, CurrencyResolution.Of(amount, unit));
            else if (end == i && TryName(text, i, out unit, out end))
                findings.Add(i, end, CurrencyResolution.TypeName, CurrencyResolution.Of(null, unit));
            i = Math.Max(i + 1, end);
        }
    }

    /// <summary>A currency named without an amount, by a name that means nothing else.</summary>
    private static bool TryName(ReadOnlySpan<char> text, int at, out UnitName unit, out int end)
    {
        bool found = Normalisation.IsCjk(text[at]) && Units.TryLongest(text, at, out unit, out end) && end - at > 1 && !unit.IsFraction && text[end - 1] is '元' or '币' or '镑' or '金';
        Units.TryLongest(text, at, out unit, out int after);
        end = found ? after : at;
        return found;
    }

    private static bool TryAmount(ReadOnlySpan<char> text, int start, out double amount, out UnitName unit, out int end)
    {
        amount = 0;
        unit = null!;
        end = start;
        bool numeral = Numeral.Digit(text[start]) >= 0 || Numeral.Scale(text[start]) > 0;
        if (numeral && Compounds.EndAt(text, start) is > 0 and int compound && !IsCount(text, start))
        {
            end = compound;
            return false;
        }

        if (NumberGrammar.TryRead(text, start, true, out NumberReading number) && number.Value >= 0)
            return TryUnitBehind(text, start, number, out amount, out unit, out end);
        if (char.IsAsciiDigit(text[start]))
            end = DigitNumber.Digits(text, start);
        return TryUnitBefore(text, start, ref end, out amount, out unit);
    }

    /// <summary>¥20, usd20, 人民币30元: signs, codes and the names in 币 stand before their amount too.</summary>
    private static bool TryUnitBefore(ReadOnlySpan<char> text, int start, ref int end, out double amount, out UnitName unit)
    {
        amount = 0;
        if (start > 0 && char.IsAsciiLetter(text[start - 1]) || !Units.TryLongest(text, start, out unit, out int at))
        {
            unit = null!;
            return false;
        }

        bool name = Normalisation.IsCjk(text[start]);
        at = Numeral.SkipSpace(text, at);
        if (name && text[at - 1] != '币' || !NumberGrammar.TryRead(text[at..], 0, true, out NumberReading number) || number.Value < 0)
            return false;
        amount = number.Value;
        end = at + number.End;
        if (name && Units.TryLongest(text, end, out UnitName behind, out int after))
            end = text[end] is '元' or '块' or '圆' ? after : start;
        return end > start;
    }

    /// <summary>一 and 两 before a currency's name count it, though 两美 and the like are compounds elsewhere.</summary>
    private static bool IsCount(ReadOnlySpan<char> text, int start) => Units.TryLongest(text, start + 1, out UnitName unit, out _) && unit.Name.Length > 0;

    private static bool TryUnitBehind(ReadOnlySpan<char> text, int start, NumberReading number, out double amount, out UnitName unit, out int end)
    {
        amount = number.Value;
        end = number.End;
        int at = SkipSome(text, number);
        if (!Units.TryLongest(text, at, out unit, out int after) || !IsWhole(text, at, after) || IsFractionAlone(text, unit, after))
            return false;
        end = after;
        if (Numeral.At(text, end) == '半' && !unit.IsFraction)
        {
            amount += 0.5;
            end++;
        }
        else if (!unit.IsFraction)
        {
            AddFractions(text, ref amount, ref end);
        }

        return true;
    }

    /// <summary>三千多块, 十几块, 三十来块: some more, which the amount leaves out.</summary>
    private static int SkipSome(ReadOnlySpan<char> text, NumberReading number)
    {
        int at = Numeral.SkipSpace(text, number.End);
        bool some = number.Value >= 10 && (Numeral.IsSome(Numeral.At(text, at)) || Numeral.At(text, at) == '来');
        return some ? at + 1 : at;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int at, int after) =>
        !char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(Numeral.At(text, after));

    /// <summary>分 alone is as often a minute or a mark; 角 a corner.</summary>
    private static bool IsFractionAlone(ReadOnlySpan<char> text, UnitName unit, int after) =>
        unit.IsFraction && (text[after - 1] == '分' && text[after - 2] is not ('美' or '欧')
            || text[after - 1] == '角' && Normalisation.IsCjk(Numeral.At(text, after)) && Numeral.Digit(Numeral.At(text, after)) < 0);

    private static void AddFractions(ReadOnlySpan<char> text, ref double amount, ref int end)
    {
        double part = 10;
        for (int i = 0; i < 3; i++)
        {
            int at = Numeral.SkipSpace(text, end);
            at = Numeral.At(text, at) is '又' or '零' ? Numeral.SkipSpace(text, at + 1) : at;
            if (!NumberGrammar.TryRead(text, at, true, out NumberReading number) || number.Value is <= 0 or >= 100)
                return;
            int unitAt = Numeral.SkipSpace(text, number.End);
            if (Units.TryLongest(text, unitAt, out UnitName unit, out int after))
            {
                if (!unit.IsFraction)
                    return;
                amount += number.Value / unit.Fraction;
                part = unit.Fraction * 10;
                end = after;
            }
            else
            {
                if (number.Value < 10 && at == end && !Normalisation.IsCjk(Numeral.At(text, number.End)))
                {
                    amount += number.Value / part;
                    end = number.End;
                }

                return;
            }
        }
    }
}
