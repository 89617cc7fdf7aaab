namespace SupportBot.Recognizers.Text;

/// <summary>A text made ready for the grammars: as given, normalised, and cut into tokens, with the reference time.</summary>
internal readonly ref struct Utterance(ReadOnlySpan<char> raw, ReadOnlySpan<char> text, Token[] tokens, int count, DateTime reference, Hints hints)
{
    public ReadOnlySpan<char> Raw { get; } = raw;

    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>The first <see cref="Count"/> of these are the text's.</summary>
    public Token[] Tokens { get; } = tokens;

    public DateTime Reference { get; } = reference;

    /// <summary>Those of all words of the text, beyond its end too.</summary>
    public Hints Hints { get; } = hints;

    public int Count { get; } = count;

    /// <summary>The token at an index; beyond the ends a word of no role, so that grammars need no bounds checks.</summary>
    public Token this[int index] => (uint)index < (uint)Count ? Tokens[index] : End;

    public Word Word(int index) => (uint)index < (uint)Count ? Tokens[index].Word : Lexicon.Unknown;

    /// <summary>The same text, ended before a token.</summary>
    public Utterance Until(int endToken) => new(Raw, Text, Tokens, Math.Min(endToken, Count), Reference, Hints);

    private static Token End => new(int.MaxValue / 2, 0, TokenKind.Symbol, false, Lexicon.Unknown, 0);

    public bool IsDigits(int index) => (uint)index < (uint)Count && Tokens[index].Kind == TokenKind.Digits;

    public bool IsDigits(int index, int maxLength) => IsDigits(index) && Tokens[index].Length <= maxLength;

    public bool IsSymbol(int index, char symbol) =>
        (uint)index < (uint)Count && Tokens[index].Kind == TokenKind.Symbol && Text[Tokens[index].Start] == symbol;

    public char SymbolAt(int index) =>
        (uint)index < (uint)Count && Tokens[index].Kind == TokenKind.Symbol ? Text[Tokens[index].Start] : '\0';

    public bool IsGlued(int index) => (uint)index < (uint)Count && index > 0 && Tokens[index].Glued;

    public bool IsWord(int index, string word) => (uint)index < (uint)Count && TextOf(index).SequenceEqual(word);

    public ReadOnlySpan<char> TextOf(int index)
    {
        Token token = this[index];
        return token.Length == 0 ? default : Text.Slice(token.Start, token.Length);
    }

    /// <summary>The characters from the first token up to, not including, the token at <paramref name="endToken"/>.</summary>
    public ReadOnlySpan<char> Slice(int firstToken, int endToken) => Text[Tokens[firstToken].Start..Tokens[endToken - 1].End];
}
