namespace SupportBot.Recognizers.Text;

/// <summary>Maps text one character to one character, so that every offset stays true: lower case, full-width forms to ASCII.</summary>
internal static class Normalisation
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    public static void Normalise(ReadOnlySpan<char> source, Span<char> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = Normalise(source[i]);
    }

    public static char Normalise(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
        '\u3001' => ',',
        '\u3000' or '\u00A0' or '\u202F' => ' ',
        '\u2019' => '\'',
        '\u3002' => c,
        >= FullWidthFirst and <= FullWidthLast => Normalise((char)(c - FullWidthOffset)),
        _ => char.ToLowerInvariant(c),
    };

    public static bool IsCjk(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '\u3007';
}
