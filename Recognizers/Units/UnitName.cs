namespace SupportBot.Recognizers.Units;

/// <summary>A unit by its name in the specifications.</summary>
/// <param name="Code">The ISO 4217 code of a currency, the subtype of a dimension, else empty.</param>
/// <param name="Fraction">How many of a fractional unit ("cent") make a whole one; 1 for whole units.</param>
internal sealed record UnitName(string Name, string Code, int Fraction)
{
    public bool IsFraction => Fraction > 1;
}
