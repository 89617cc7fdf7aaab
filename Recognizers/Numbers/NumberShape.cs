namespace SupportBot.Recognizers.Numbers;

/// <summary>How a number was written; the specifications call it the subtype.</summary>
internal enum NumberShape : byte
{
    Integer,
    Decimal,
    Fraction,
    Power,
}
