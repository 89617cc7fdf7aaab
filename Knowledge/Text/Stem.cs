using System.Buffers;
using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Text;

/// <summary>Light English stemming by cutting only (the S-stemmer of Harman 1991, with -ing, -ed, -ly and a silent e), so that no letters need be written.</summary>
internal static class Stem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Hash of the stem; a last y counts as i, so that "delivery" meets "deliveries".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Hash(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> stem = word[..Length(word)];
        uint hash = Hashing.Start;
        for (int i = 0; i < stem.Length; i++)
        {
            hash = Hashing.Add(hash, i > 1 && i == stem.Length - 1 && stem[i] == 'y' ? 'i' : stem[i]);
        }
        return Hashing.Mix(hash);
    }

    private static int Length(ReadOnlySpan<char> word)
    {
        int n = word.Length;
        if (n < 4)
        {
            return n;
        }
        if (word.EndsWith("ies"))
        {
            n -= 2;
        }
        else if (word[n - 1] == 's' && word[n - 2] is not ('s' or 'u' or 'i'))
        {
            n--;
        }
        n = CutEnding(word[..n]);
        return n > 3 && word[n - 1] == 'e' ? n - 1 : n;
    }

    private static int CutEnding(ReadOnlySpan<char> word)
    {
        int cut = word.EndsWith("ing") ? 3 : word.EndsWith("ed") || word.EndsWith("ly") ? 2 : 0;
        int n = word.Length - cut;
        if (cut == 0 || n < 3 || word[..n].IndexOfAny(Vowels) < 0)
        {
            return word.Length;
        }
        return word[n - 1] == word[n - 2] && word[n - 1] is not ('l' or 's' or 'z' or 'e') ? n - 1 : n;
    }
}
