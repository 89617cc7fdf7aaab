namespace SupportBot.Knowledge.Text;

internal enum TokenKind : byte
{
    /// <summary>A run of letters of an alphabet.</summary>
    Word,

    /// <summary>A run of digits, taken as "some number" of its length class.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>Part of the name of a product or brand.</summary>
    Name,

    /// <summary>An emoji or another sign that carries meaning.</summary>
    Sign,
}
