namespace SupportBot.Recognizers.Numbers;

/// <summary>The resolutions of numbers, ordinals and percentages.</summary>
internal static class NumberResolution
{
    public static Resolution Number(NumberReading number) => new(
    [
        new("subtype", NumberFormat.Name(number.Shape)),
        new("value", NumberFormat.Write(number.Value)),
    ]);

    /// <summary>Of "percentage" without a number; the specifications have the word here.</summary>
    public static Resolution AnyPercentage { get; } = new([new("value", "null")]);

    public static Resolution Percentage(double percent) => new([new KeyValuePair<string, string?>("value", NumberFormat.Write(percent) + "%")]);

    public static Resolution Ordinal(double value)
    {
        string written = NumberFormat.Write(value);
        return new([new("offset", written), new("relativeTo", "start"), new("value", written)]);
    }

    /// <summary>An ordinal counted from the current item or the end: "next" is current+1, "last but one" end-1.</summary>
    public static Resolution Relative(string anchor, int offset)
    {
        string written = offset < 0 ? "-" + NumberFormat.Write(-offset) : NumberFormat.Write(offset);
        string value = offset < 0 ? anchor + written : anchor + "+" + written;
        return new([new("offset", written), new("relativeTo", anchor), new("value", value)]);
    }
}
