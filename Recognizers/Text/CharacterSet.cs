namespace SupportBot.Recognizers.Text;

/// <summary>A set of UTF-16 characters as bits.</summary>
internal sealed class CharacterSet
{
    private const int Bits = 64;
    private readonly ulong[] words = new ulong[(char.MaxValue + 1) / Bits];

    public CharacterSet(ReadOnlySpan<char> characters)
    {
        foreach (char c in characters)
            Add(c);
    }

    public void Add(char c) => words[c / Bits] |= 1UL << c % Bits;

    public bool Contains(char c) => (words[c / Bits] & 1UL << c % Bits) != 0;
}
