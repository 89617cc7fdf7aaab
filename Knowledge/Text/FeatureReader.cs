namespace SupportBot.Knowledge.Text;

/// <summary>Turns a text into features: the same for learning and for answering.</summary>
internal static class FeatureReader
{
    private const uint BigramSalt = 1;
    private const uint PairSalt = 2;
    private const uint LetterSalt = 3;
    private const uint TrigramSalt = 4;
    private const uint MeaningSalt = 5;

    /// <summary>Pairs reach this many tokens apart.</summary>
    private const int PairReach = 10;

    private static readonly uint Border = Hashing.Of("|");

    public static void Read(ReadOnlySpan<char> text, Synonyms synonyms, Scratch scratch)
    {
        TokenReader.Read(text, scratch);
        synonyms.Apply(scratch);
        AddWords(scratch);
        AddPairs(scratch);
        AddLetters(scratch);
    }

    public static uint MeaningHash(uint meaning) => Hashing.Join(meaning, 0, MeaningSalt);

    private static void AddWords(Scratch scratch)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, scratch.TokenCount);
        uint before = Border;
        uint beforeThat = Border;
        for (int i = 0; i < tokens.Length; i++)
        {
            uint hash = tokens[i].Hash;
            scratch.Add(hash, FeatureGroup.Words, i, i);
            if (Knob.K[0] == 1) scratch.Add(Hashing.Join(tokens[i].Stem, 7, 7), FeatureGroup.Words, i, i);
            if (Knob.K[0] == 2) scratch.Add(Hashing.Join(tokens[i].Stem, 7, 7), FeatureGroup.Pairs, i, i);
            if (Knob.K[0] == 3) scratch.Add(Hashing.Join(tokens[i].Stem, 7, 7), FeatureGroup.Meanings, i, i);
            scratch.Add(Hashing.Join(before, hash, BigramSalt), FeatureGroup.Words, i, Math.Max(0, i - 1));
            if (tokens[i].Kind == TokenKind.Han && i > 1)
            {
                scratch.Add(Hashing.Join(Hashing.Join(beforeThat, before, TrigramSalt), hash, TrigramSalt), FeatureGroup.Words, i, i - 2);
            }
            beforeThat = before;
            before = hash;
        }
        if (tokens.Length > 0)
        {
            scratch.Add(Hashing.Join(before, Border, BigramSalt), FeatureGroup.Words, tokens.Length - 1, tokens.Length - 1);
        }
    }

    private static void AddPairs(Scratch scratch)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, scratch.TokenCount);
        for (int i = 0; i < tokens.Length; i++)
        {
            uint stem = tokens[i].Stem;
            int end = Math.Min(tokens.Length, i + PairReach);
            for (int j = i + 1; j < end; j++)
            {
                uint other = tokens[j].Stem;
                if (other != stem)
                {
                    scratch.Add(Hashing.Join(Math.Min(stem, other), Math.Max(stem, other), PairSalt), FeatureGroup.Pairs, i, j);
                }
            }
        }
    }

    private static void AddLetters(Scratch scratch)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, scratch.TokenCount);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                AddLetters(scratch, scratch.Text.AsSpan(tokens[i].Start, tokens[i].Length), i);
            }
        }
    }

    private static void AddLetters(Scratch scratch, ReadOnlySpan<char> word, int token)
    {
        for (int start = -1; start <= word.Length - 2; start++)
        {
            uint hash = Hashing.Add(Hashing.Start, LetterSalt);
            int end = Math.Min(start + 5, word.Length + 1);
            for (int i = start; i < end; i++)
            {
                hash = Hashing.Add(hash, i < 0 || i == word.Length ? '_' : word[i]);
                if (i - start >= 2)
                {
                    scratch.Add(Hashing.Mix(hash), FeatureGroup.Letters, token, token);
                }
            }
        }
    }
}
