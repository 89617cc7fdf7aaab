namespace SupportBot.Recognizers.Text;

/// <summary>A run of letters, a run of ASCII digits, or one other character. <see cref="Glued"/>: no white space stands before it.</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, bool Glued, Word Word, long Value)
{
    public int End => Start + Length;

    public bool IsDigits => Kind == TokenKind.Digits;
}
