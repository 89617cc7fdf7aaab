using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge;

/// <summary>Knows a question that leans on the one before: "and for shoes?", "what about Ireland", "那鞋子呢".</summary>
internal static class FollowUp
{
    private const int MostTokens = 8;

    /// <summary>An entry with at least this score says yes by itself: the question stands alone.</summary>
    private const float SaysYes = 0.3f;

    /// <summary>With at least this score of "not ours" the shopper has left the store's subjects.</summary>
    private const float SaysForeign = 0.5f;

    private static readonly uint[] Starts =
        [.. ((string[])["and", "or", "also", "plus", "but", "same", "那", "还", "换", "如"]).Select(word => Hashing.Of(word))];

    private static readonly uint About = Hashing.Of("about");
    private static readonly uint[] Asks = [Hashing.Of("what"), Hashing.Of("how")];
    private static readonly uint Particle = Hashing.Of("呢");

    /// <summary>Whether the question's form and scores say that it carries on the topic before.</summary>
    public static bool Leans(Scratch scratch, float top, float foreign)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, scratch.TokenCount);
        if (tokens.Length is < 2 or > MostTokens || top >= SaysYes || foreign >= SaysForeign)
        {
            return false;
        }
        return Starts.Contains(tokens[0].Hash)
            || tokens[^1].Hash == Particle
            || Asks.Contains(tokens[0].Hash) && tokens[1].Hash == About;
    }
}
