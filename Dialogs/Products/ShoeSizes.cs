using System.Globalization;

namespace SupportBot.Dialogs.Products;

/// <summary>Compares sizes of shoes across systems, by the conversion that most makers print: UK 8 is EU 42, US 9 for men and US 10 for women.</summary>
internal static class ShoeSizes
{
    private const decimal FirstEuropean = 30;

    // A European size lies between British ones: the second is the nearest half size.
    private static readonly Dictionary<decimal, (decimal First, decimal Second)> British = new()
    {
        [35] = (2, 2.5m),
        [36] = (3, 3.5m),
        [37] = (4, 4),
        [38] = (5, 5),
        [39] = (5.5m, 6),
        [40] = (6.5m, 6.5m),
        [41] = (7, 7.5m),
        [42] = (8, 8),
        [43] = (9, 9),
        [44] = (9.5m, 10),
        [45] = (10.5m, 10.5m),
        [46] = (11, 11.5m),
        [47] = (12, 12),
    };

    /// <summary>Whether a size asked for is the one on a label. A number without a system is European from 30 on, British below.</summary>
    public static bool Fits(string asked, string label)
    {
        if (Read(asked) is not { } a || Read(label) is not { } b)
        {
            return string.Equals(asked, label, StringComparison.OrdinalIgnoreCase);
        }

        return a == b
            || a.European && !b.European && IsBritish(a.Number, b.Number)
            || b.European && !a.European && IsBritish(b.Number, a.Number);
    }

    private static bool IsBritish(decimal european, decimal british) =>
        British.TryGetValue(european, out (decimal First, decimal Second) sizes) && (british == sizes.First || british == sizes.Second);

    private static (decimal Number, bool European)? Read(string size)
    {
        bool women = size.EndsWith('W');
        ReadOnlySpan<char> digits = size.AsSpan().TrimEnd('W');
        bool american = digits.StartsWith("US ", StringComparison.Ordinal);
        bool european = digits.StartsWith("EU ", StringComparison.Ordinal);
        digits = american || european || digits.StartsWith("UK ", StringComparison.Ordinal) ? digits[3..] : digits;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return null;
        }

        return american ? (number - (women ? 2 : 1), false) : (number, european || number >= FirstEuropean);
    }
}
