using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Units;

internal static class DimensionResolution
{
    public const string TypeName = "dimension";

    /// <summary>A measured quantity; of a unit without a number the value is null.</summary>
    public static Resolution Of(double? value, UnitName unit) => new(
    [
        new("value", value is { } amount ? NumberFormat.Write(amount) : null),
        new("unit", unit.Name),
        new("subtype", unit.Code),
    ]);
}
