namespace SupportBot.Recognizers.Text;

internal enum TokenKind : byte
{
    Word,
    Digits,
    Symbol,
}
