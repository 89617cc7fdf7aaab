namespace SupportBot.Recognizers;

/// <summary>The kinds of things to look for. Each kind is found on its own: "3%" is a percentage and holds a number.</summary>
[Flags]
public enum Kinds
{
    None = 0,
    Number = 1,
    Ordinal = 1 << 1,
    Percentage = 1 << 2,
    Currency = 1 << 3,
    DateTime = 1 << 4,
    Phone = 1 << 5,
    Email = 1 << 6,
    Url = 1 << 7,
    Boolean = 1 << 8,
    OrderNumber = 1 << 9,

    /// <summary>All that a conversation needs; ranges of numbers and dimensions are asked for by name.</summary>
    All = (1 << 10) - 1,

    /// <summary>"between 20 and 30", "at least five", 一到五.</summary>
    NumberRange = 1 << 10,

    /// <summary>Lengths, areas, volumes, weights, speeds, angles and amounts of information: "5 kg", 三百米.</summary>
    Dimension = 1 << 11,
}
