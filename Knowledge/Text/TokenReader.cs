using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Text;

/// <summary>Folds a text (case, full width, traditional characters to simplified, accents kept, apostrophes dropped) and cuts it into tokens, in one pass over a bounded part of it.</summary>
internal static class TokenReader
{
    private static readonly uint SmallNumber = Hashing.Of("#small");
    private static readonly uint MiddleNumber = Hashing.Of("#middle");
    private static readonly uint LongNumber = Hashing.Of("#long");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<char> text, Scratch scratch)
    {
        scratch.Clear();
        if (text.Length > Scratch.MaxText)
        {
            text = text[..Scratch.MaxText];
        }
        int written = 0;
        int start = 0;
        TokenKind open = TokenKind.Sign;
        for (int i = 0; i < text.Length; i++)
        {
            char c = Fold(text[i]);
            if (c is '\'')
            {
                continue;
            }
            TokenKind? kind = KindOf(c);
            if (kind != open || kind is null or TokenKind.Han or TokenKind.Sign)
            {
                Close(scratch, open, start, written);
                start = written;
                open = TokenKind.Sign;
            }
            if (kind is { } now)
            {
                scratch.Text[written++] = c;
                open = now;
            }
        }
        Close(scratch, open, start, written);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Close(Scratch scratch, TokenKind kind, int start, int end)
    {
        if (end == start)
        {
            return;
        }
        ReadOnlySpan<char> word = scratch.Text.AsSpan(start, end - start);
        uint hash = kind == TokenKind.Number ? NumberHash(word.Length) : Hashing.Of(word);
        uint stem = kind == TokenKind.Word ? Stem.Hash(word) : hash;
        scratch.Add(new Token((short)start, (short)(end - start), kind, hash, stem));
    }

    private static uint NumberHash(int digits) => digits switch { <= 2 => SmallNumber, <= 4 => MiddleNumber, _ => LongNumber };

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' or ' ' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\u2019' or '\u2018' or '`' or '\uff07' => '\'',
        >= '\uff01' and <= '\uff5e' => Fold((char)(c - 0xfee0)),
        < '\u0080' => c,
        >= Traditional.First and <= Traditional.Last => Traditional.Simplified(c),
        _ => char.ToLowerInvariant(c),
    };

    private static TokenKind? KindOf(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetter(c) ? TokenKind.Word : char.IsAsciiDigit(c) ? TokenKind.Number : null;
        }
        if (c is >= '\u3400' and <= '\u9fff')
        {
            return TokenKind.Han;
        }
        if (char.IsLowSurrogate(c) || c is >= '\u2600' and <= '\u27bf')
        {
            // Half of an emoji tells it from most others; a lone surrogate is only a sign nobody has learned.
            return TokenKind.Sign;
        }
        return char.IsLetter(c) ? TokenKind.Word : char.IsDigit(c) ? TokenKind.Number : null;
    }
}
