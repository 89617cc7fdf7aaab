namespace SupportBot.Recognizers.Numbers;

/// <summary>The single characters for fractions, ½ to ⅞.</summary>
internal static class VulgarFraction
{
    private const string Signs = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒";
    private static readonly double[] Values =
        [1 / 2d, 1 / 3d, 2 / 3d, 1 / 4d, 3 / 4d, 1 / 5d, 2 / 5d, 3 / 5d, 4 / 5d, 1 / 6d, 5 / 6d, 1 / 8d, 3 / 8d, 5 / 8d, 7 / 8d, 1 / 7d, 1 / 9d, 1 / 10d];

    /// <summary>The value of the sign, or 0 where the character is none.</summary>
    public static double ValueOf(char sign)
    {
        int index = sign < '¼' ? -1 : Signs.IndexOf(sign, StringComparison.Ordinal);
        return index < 0 ? 0 : Values[index];
    }
}
