using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>Finds amounts of money in English, and a few currencies named without an amount.</summary>
internal static class EnglishCurrencyScanner
{
    public static void Scan(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            bool inside = u.IsGlued(i) && u.IsDigits(i) && (u.SymbolAt(i - 1) is '.' or ',' || u[i - 1].Kind == TokenKind.Word);
            if (!inside && EnglishCurrencyGrammar.TryRead(u, i, out double amount, out UnitName unit, out int end))
            {
                findings.Add(u, i, end, CurrencyResolution.TypeName, CurrencyResolution.Of(amount, unit));
                i = end;
            }
            else if (EnglishCurrencyGrammar.TryUnit(u, i, out unit, out end) && EnglishCurrencyGrammar.StandsAlone(u, i, end, unit))
            {
                findings.Add(u, i, end, CurrencyResolution.TypeName, CurrencyResolution.Of(null, unit));
                i = end;
            }
            else
            {
                i++;
            }
        }
    }
}
