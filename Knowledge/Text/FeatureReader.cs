using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Text;

/// <summary>Turns a text into features: the same for learning and for answering.</summary>
internal static class FeatureReader
{
    private const uint BigramSalt = 1;
    private const uint PairSalt = 2;
    private const uint LetterSalt = 3;
    private const uint TrigramSalt = 4;
    private const uint MeaningSalt = 5;
    private const uint StemSalt = 6;
    private const uint MeaningPairSalt = 7;

    /// <summary>Pairs reach this many tokens apart.</summary>
    private const int PairReach = 10;

    /// <summary>Meanings looked at in one text.</summary>
    public const int MostMeanings = 64;

    private const int MeaningReach = 16;

    private static readonly uint Border = Hashing.Of("|");

    /// <summary>Adds the features of the tokens and meanings found in a text.</summary>
    public static void Read(Scratch scratch, ReadOnlySpan<Meaning> meanings)
    {
        AddMeanings(scratch, meanings);
        AddWords(scratch);
        AddPairs(scratch);
        AddLetters(scratch);
    }

    /// <summary>Meanings of words and phrases, and pairs of them: two subjects together say more than either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddMeanings(Scratch scratch, ReadOnlySpan<Meaning> meanings)
    {
        for (int i = 0; i < meanings.Length; i++)
        {
            (uint meaning, byte first, byte last) = meanings[i];
            scratch.Add(Hashing.Join(meaning, 0, MeaningSalt), FeatureGroup.Meanings, first, last);
            for (int j = i + 1; j < meanings.Length && j < i + MeaningReach; j++)
            {
                uint other = meanings[j].Hash;
                if (meanings[j].First != first && other != meaning)
                {
                    uint hash = Hashing.Join(Math.Min(meaning, other), Math.Max(meaning, other), MeaningPairSalt);
                    scratch.Add(hash, FeatureGroup.Pairs, first, meanings[j].First);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWords(Scratch scratch)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, scratch.TokenCount);
        uint before = Border;
        uint beforeThat = Border;
        for (int i = 0; i < tokens.Length; i++)
        {
            uint hash = tokens[i].Hash;
            scratch.Add(hash, FeatureGroup.Words, i, i);
            if (tokens[i].Kind == TokenKind.Word)
            {
                scratch.Add(Hashing.Join(tokens[i].Stem, 0, StemSalt), FeatureGroup.Words, i, i);
            }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Adds the runs of three to five letters of a word, its borders counted as letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddLetters(Scratch scratch, ReadOnlySpan<char> word, int token)
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
