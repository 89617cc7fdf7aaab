namespace SupportBot.Recognizers.Numbers;

/// <summary>A range of numbers between two limits, each of which may be open or missing; written as the specifications do, "[20,30)".</summary>
internal readonly record struct NumberRange(double? Low, bool IncludesLow, double? High, bool IncludesHigh, int End)
{
    public static NumberRange Above(double limit, bool includes, int end) => new(limit, includes, null, false, end);

    public static NumberRange Below(double limit, bool includes, int end) => new(null, false, limit, includes, end);

    public static NumberRange Exactly(double value, int end) => new(value, true, value, true, end);

    /// <summary>From one number to another, the last one excluded.</summary>
    public static NumberRange Between(double low, double high, int end) => new(low, true, high, false, end);

    /// <summary>What lies in both, where one has only a lower and the other only a higher limit.</summary>
    public static bool TryJoin(NumberRange one, NumberRange other, out NumberRange joined)
    {
        (NumberRange low, NumberRange high) = one.Low is null ? (other, one) : (one, other);
        joined = new NumberRange(low.Low, low.IncludesLow, high.High, high.IncludesHigh, other.End);
        return low.High is null && high.Low is null && low.Low < high.High;
    }

    public Resolution ToResolution()
    {
        string low = Low is { } from ? NumberFormat.Write(from) : "", high = High is { } to ? NumberFormat.Write(to) : "";
        return new Resolution([new KeyValuePair<string, string?>("value", $"{(IncludesLow ? '[' : '(')}{low},{high}{(IncludesHigh ? ']' : ')')}")]);
    }
}
