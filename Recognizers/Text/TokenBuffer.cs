namespace SupportBot.Recognizers.Text;

/// <summary>One buffer of tokens a thread, kept while it is small.</summary>
internal static class TokenBuffer
{
    private const int Smallest = 512;
    private const int LargestKept = 8192;

    [ThreadStatic]
    private static Token[]? kept;

    public static Token[] Rent(int length)
    {
        Token[]? buffer = kept;
        kept = null;
        return buffer?.Length >= length ? buffer : new Token[Math.Max(length, Smallest)];
    }

    public static void Return(Token[] buffer)
    {
        if (buffer.Length <= LargestKept)
            kept = buffer;
    }
}
