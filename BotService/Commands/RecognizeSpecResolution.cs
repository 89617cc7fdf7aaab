using System.Globalization;
using System.Text.Json;
using SupportBot.Recognizers;

namespace SupportBot.Commands;

/// <summary>Compares a resolution with the specified one: which members count depends on the kind; numbers compare as numbers.</summary>
internal static class RecognizeSpecResolution
{
    private const double Tolerance = 1e-12;
    private const string DateValues = "values";

    public static bool Same(JsonElement? expected, Recognition actual, Kinds kind)
    {
        if (expected is not { ValueKind: JsonValueKind.Object } specified)
            return true;
        if (kind == Kinds.DateTime)
            return SameCandidates(specified, actual.Resolution);
        foreach (string name in Members(kind, actual.TypeName))
        {
            if (RecognizeSpecCase.Member(specified, name) is { } value ? !SameValue(value, actual.Resolution[name])
                : name != "subtype" && specified.TryGetProperty(name, out _) && actual.Resolution[name] is not null)
                return false;
        }

        return true;
    }

    private static string[] Members(Kinds kind, string typeName) => kind switch
    {
        Kinds.Number or Kinds.Percentage => ["value", "subtype"],
        Kinds.Ordinal => typeName == "ordinal.relative" ? ["offset", "relativeTo"] : ["value", "offset", "relativeTo"],
        Kinds.Currency => ["value", "unit", "isoCurrency"],
        Kinds.Dimension => ["value", "unit", "subtype"],
        Kinds.Phone or Kinds.Boolean => ["value", "score"],
        _ => ["value"],
    };

    private static bool SameCandidates(JsonElement specified, Resolution actual)
    {
        if (RecognizeSpecCase.Member(specified, DateValues) is not { } values)
            return true;
        if (values.GetArrayLength() != actual.Values.Count)
            return false;
        int index = 0;
        foreach (JsonElement value in values.EnumerateArray())
        {
            if (!SameDictionary(value, actual.Values[index++]))
                return false;
        }

        return true;
    }

    private static bool SameDictionary(JsonElement expected, Resolution actual)
    {
        int members = 0;
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            members++;
            if (actual[property.Name] != property.Value.ToString())
                return false;
        }

        return members == actual.Attributes.Count;
    }

    private static bool SameValue(JsonElement expected, string? actual)
    {
        string written = expected.ToString();
        if (actual is null)
            return false;
        if (string.Equals(written, actual, StringComparison.OrdinalIgnoreCase))
            return true;
        bool percent = written.EndsWith('%') && actual.EndsWith('%');
        return TryNumber(percent ? written[..^1] : written, out double one) && TryNumber(percent ? actual[..^1] : actual, out double other)
            && Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Abs(one));
    }

    private static bool TryNumber(string written, out double value) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
