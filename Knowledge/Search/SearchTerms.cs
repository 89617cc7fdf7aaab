using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Search;

internal static class SearchTerms
{
    private const uint PairSalt = 11;

    /// <summary>The term a token starts: its stem, or with the next the pair of two Chinese characters.</summary>
    public static uint At(Scratch scratch, int index)
    {
        Token token = scratch.Tokens[index];
        bool pair = token.Kind == TokenKind.Han && index + 1 < scratch.TokenCount && scratch.Tokens[index + 1].Kind == TokenKind.Han;
        return pair ? Hashing.Join(token.Hash, scratch.Tokens[index + 1].Hash, PairSalt)
            : token.Kind == TokenKind.Number ? Hashing.Of(scratch.Text.AsSpan(token.Start, token.Length))
            : token.Stem;
    }
}
