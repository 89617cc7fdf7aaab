namespace SupportBot.Recognizers.Text;

/// <summary>Cuts normalised text into tokens in one pass; an apostrophe between letters stays inside its word.</summary>
internal static class Tokeniser
{
    private const int LongestValue = 18;

    /// <summary>Fills <paramref name="tokens"/>, which must be at least as long as the text, and returns how many there are.</summary>
    public static int Tokenise(ReadOnlySpan<char> text, Token[] tokens, out Hints hints)
    {
        int count = 0;
        hints = Hints.None;
        bool glued = false;
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                glued = false;
                i++;
                continue;
            }

            Token token = char.IsAsciiDigit(c) ? Digits(text, i, glued)
                : IsLetter(c) ? Letters(text, i, glued)
                : new Token(i, 1, TokenKind.Symbol, glued, Lexicon.Symbol(c), 0);
            tokens[count++] = token;
            hints |= token.Word.Hints;
            i = token.End;
            glued = true;
        }

        return count;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c > '\u007F' && char.IsLetter(c) && !Normalisation.IsCjk(c);

    private static Token Digits(ReadOnlySpan<char> text, int start, bool glued)
    {
        int end = start;
        long value = 0;
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
        {
            if (end - start < LongestValue)
                value = value * 10 + (text[end] - '0');
        }

        return new Token(start, end - start, TokenKind.Digits, glued, Lexicon.Unknown, value);
    }

    private static Token Letters(ReadOnlySpan<char> text, int start, bool glued)
    {
        int end = start + 1;
        while (end < text.Length && (IsLetter(text[end]) || text[end] == '\'' && end + 1 < text.Length && IsLetter(text[end + 1])))
            end++;
        Word word = Lexicon.Find(text[start..end], out int length);
        return new Token(start, length, TokenKind.Word, glued, word, 0);
    }
}
