namespace SupportBot.Recognizers;

/// <summary>The kinds of things to look for. Each kind is found on its own: "3%" is a percentage and holds a number.</summary>
[Flags]
public enum Kinds
{
    None = 0,
    Number = 1,
    Ordinal = 1 << 1,
    Percentage = 1 << 2,
    NumberRange = 1 << 3,
    Currency = 1 << 4,
    Dimension = 1 << 5,
    DateTime = 1 << 6,
    Phone = 1 << 7,
    Email = 1 << 8,
    Url = 1 << 9,
    Boolean = 1 << 10,
    OrderNumber = 1 << 11,
    All = (1 << 12) - 1,
}
