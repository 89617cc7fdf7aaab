using System.Globalization;

namespace SupportBot.Recognizers.Numbers;

/// <summary>Writes numbers as the specifications do: invariant, at most 15 significant digits, exponent where .NET's "G15" has one.</summary>
internal static class NumberFormat
{
    private const int SmallIntegers = 100;
    private static readonly string?[] Cached = new string[SmallIntegers];

    public static string Write(double value) =>
        value >= 0 && value < SmallIntegers && value == (int)value ? Cached[(int)value] ??= ((int)value).ToString(CultureInfo.InvariantCulture) : value.ToString("G15", CultureInfo.InvariantCulture);

    public static string Name(NumberShape shape) => shape switch
    {
        NumberShape.Integer => "integer",
        NumberShape.Decimal => "decimal",
        NumberShape.Fraction => "fraction",
        NumberShape.Power => "power",
    };
}
