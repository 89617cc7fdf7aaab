using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Units;

internal static class CurrencyResolution
{
    public const string TypeName = "currency";

    /// <summary>An amount of money; without a number the value is null.</summary>
    public static Resolution Of(double? value, UnitName unit)
    {
        string? written = value is { } amount ? NumberFormat.Write(amount) : null;
        return unit.Code.Length == 0
            ? new Resolution([new("value", written), new("unit", unit.Name)])
            : new Resolution([new("value", written), new("unit", unit.Name), new("isoCurrency", unit.Code)]);
    }
}
