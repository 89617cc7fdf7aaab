using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>Finds dimensions in English: "5 kg", "68-ounce", "5 ft 2 in", "20 [kg]", "24703m2", and metric units without a number.</summary>
internal static class EnglishDimensionScanner
{
    private const double InchesOfFoot = 12;
    private const int TemperatureWords = 5;
    private static readonly UnitTable Units = new("dimension-en.txt");

    public static void Scan(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (TryRead(u, i, out double value, out UnitName unit, out int end))
            {
                findings.Add(u, i, end, DimensionResolution.TypeName, DimensionResolution.Of(value, unit));
                i = end;
            }
            else if (!u.IsGlued(i) && u[i].Kind == TokenKind.Word && Units.TryLongest(u, i, out unit, out end) && StandsAlone(u.Slice(i, end)))
            {
                findings.Add(u, i, end, DimensionResolution.TypeName, DimensionResolution.Of(null, unit));
                i = end;
            }
            else
            {
                i = SkipGlued(u, i);
            }
        }
    }

    private static bool TryRead(in Utterance u, int start, out double value, out UnitName unit, out int end)
    {
        if (TryFeet(u, start, out value, out unit, out end))
            return true;
        unit = null!;
        end = start;
        value = 0;
        if (u.IsGlued(start) && u.IsDigits(start) && u.SymbolAt(start - 1) is '-' or '.' or '/' || !NumberGrammar.TryRead(u, start, true, out NumberReading number))
            return false;
        value = number.Value;
        int at = u.IsSymbol(number.End, '-') && u.IsGlued(number.End) ? number.End + 1 : number.End;
        char close = u.SymbolAt(at) switch { '[' => ']', '{' => '}', '<' => '>', '(' => ')', _ => '\0' };
        at = close == '\0' ? at : at + 1;
        if (!Units.TryLongest(u, at, out unit, out end) || close != '\0' && !u.IsSymbol(end, close) || !IsMeant(u, at, end, unit))
            return false;
        unit = OfBytes(u, at, end, unit);
        end = close == '\0' ? end : end + 1;
        AddInches(u, unit, ref value, ref end);
        return true;
    }

    /// <summary>6'2": feet by an apostrophe, which only the inches behind tell from a quotation mark.</summary>
    private static bool TryFeet(in Utterance u, int start, out double value, out UnitName unit, out int end)
    {
        end = start + 4;
        value = u[start].Value + u[start + 2].Value / InchesOfFoot;
        bool inches = u.SymbolAt(start + 3) is '"' or '”' && u.IsGlued(start + 3) && u.IsDigits(start + 2, 2) && u[start + 2].Value < InchesOfFoot;
        return Units.TryFind("foot", out unit) && inches && u.IsDigits(start, 2) && !u.IsGlued(start) && u.IsSymbol(start + 1, '\'') && u.IsGlued(start + 1);
    }

    /// <summary>"100 MB" are bytes, "100 mb" bits.</summary>
    private static UnitName OfBytes(in Utterance u, int start, int end, UnitName unit)
    {
        bool bytes = end == start + 1 && u[start].Length == 2 && unit.Code is "Information" && u.Raw[u[start].End - 1] == 'B';
        return bytes && Units.TryFind(unit.Name.ToLowerInvariant().Replace("bit", "byte", StringComparison.Ordinal), out UnitName found) ? found : unit;
    }

    private static void AddInches(in Utterance u, UnitName unit, ref double value, ref int end)
    {
        int at = u.Word(end).Term == Term.And ? end + 1 : end;
        if (unit.Name is not "Foot" || !NumberGrammar.TryRead(u, at, true, out NumberReading inches) || inches.Value is < 0 or >= InchesOfFoot)
            return;
        if (!Units.TryLongest(u, inches.End, out UnitName inch, out int after) || inch.Name is not "Inch")
            return;
        value += inches.Value / InchesOfFoot;
        end = after;
    }

    /// <summary>Short words that are units only where nothing else claims them.</summary>
    private static bool IsMeant(in Utterance u, int start, int end, UnitName unit)
    {
        if (u.IsGlued(end) && (u.IsDigits(end) || u.IsSymbol(end, '-') && u.IsGlued(end + 1) && u.IsDigits(end + 1)))
            return false;
        ReadOnlySpan<char> form = u.Slice(start, end);
        if (form is "in")
            return end >= u.Count || u[end].Kind == TokenKind.Symbol || u.TextOf(end) is "long" or "wide" or "tall" or "high" or "deep" or "thick" or "by" or "x" or "more";
        return unit.Name is not "Degree" || !IsTemperature(u, start, end);
    }

    private static bool IsTemperature(in Utterance u, int start, int end)
    {
        if (u.TextOf(end) is "c" or "f" or "k" or "celsius" or "fahrenheit" or "centigrade" or "kelvin")
            return true;
        for (int at = Math.Max(0, start - TemperatureWords); at < start; at++)
        {
            if (u.TextOf(at) is "temperature" or "temperatures")
                return true;
        }

        return false;
    }

    /// <summary>Metric names mean nothing else; "foot", "bit" and "pound" do.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> form) => form is "mcg" || form.Length > 3
        && (form.Contains("meter", StringComparison.Ordinal) || form.Contains("metre", StringComparison.Ordinal) || form.Contains("gram", StringComparison.Ordinal)
            || form.Contains("liter", StringComparison.Ordinal) || form.Contains("litre", StringComparison.Ordinal) || form.Contains("byte", StringComparison.Ordinal)
            || form.StartsWith("metric", StringComparison.Ordinal));

    private static int SkipGlued(in Utterance u, int at)
    {
        bool word = u[at].Kind == TokenKind.Word;
        at++;
        while (word && u.IsGlued(at) && (u.IsDigits(at) || u[at].Kind == TokenKind.Word || u.IsSymbol(at, '-')))
            at++;
        return at;
    }
}
