using System.Globalization;

namespace SupportBot.Channels.DirectLine;

/// <summary>How far a reader has come: the sequence of the last message it has. Opaque to clients.</summary>
internal static class Watermark
{
    /// <summary>Reads a query's value; absent or empty is the beginning.</summary>
    public static bool TryRead(string? value, out long sequence)
    {
        sequence = 0;
        return string.IsNullOrEmpty(value) || value == "-" || long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out sequence);
    }
}
