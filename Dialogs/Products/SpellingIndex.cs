namespace SupportBot.Dialogs.Products;

/// <summary>
/// Finds the known word nearest to one typed wrongly by the letters left when one is dropped from both: one letter wrong, missing,
/// too many or two swapped, in words of four letters and more; of three and four Chinese characters, one wrong.
/// </summary>
internal sealed class SpellingIndex
{
    private const int Shortest = 4;
    private const char Hole = '\0';

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shortened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> holed = new(StringComparer.Ordinal);

    public void Add(string word, bool mayBeMeant)
    {
        if (!known.Add(word) || !mayBeMeant)
        {
            return;
        }

        if (CatalogueText.IsHan(word[0]))
        {
            AddHan(word);
        }
        else if (word.Length >= Shortest)
        {
            shortened.TryAdd(word, word);
            for (int drop = 1; drop < word.Length; drop++)
            {
                shortened.TryAdd(word.Remove(drop, 1), word);
            }
        }
    }

    public bool Knows(ReadOnlySpan<char> word) => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The known word a slip away, or null. The first letter is taken to be right: it seldom is wrong, and words of another beginning are others.</summary>
    public string? Nearest(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest || word.Length > 30 || char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var bySpan = shortened.GetAlternateLookup<ReadOnlySpan<char>>();
        if (bySpan.TryGetValue(word, out string? longer) && IsSlip(word, longer))
        {
            return longer;
        }

        Span<char> left = stackalloc char[word.Length - 1];
        for (int drop = 1; drop < word.Length; drop++)
        {
            word[..drop].CopyTo(left);
            word[(drop + 1)..].CopyTo(left[drop..]);
            if (bySpan.TryGetValue(left, out string? meant) && IsSlip(word, meant))
            {
                return meant;
            }
        }

        return null;
    }

    public string? NearestHan(ReadOnlySpan<char> phrase)
    {
        var bySpan = holed.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> pattern = stackalloc char[phrase.Length];
        for (int hole = 0; hole < phrase.Length; hole++)
        {
            phrase.CopyTo(pattern);
            pattern[hole] = Hole;
            if (bySpan.TryGetValue(pattern, out string? meant))
            {
                return meant;
            }
        }

        return null;
    }

    private void AddHan(string phrase)
    {
        if (phrase.Length is not (3 or 4))
        {
            return;
        }

        Span<char> pattern = stackalloc char[phrase.Length];
        for (int hole = 0; hole < phrase.Length; hole++)
        {
            phrase.CopyTo(pattern);
            pattern[hole] = Hole;
            holed.TryAdd(pattern.ToString(), phrase);
        }
    }

    // Two words that share what is left after a drop may still differ in two places ("coast", "roast" share "oast"): those are no slip.
    private static bool IsSlip(ReadOnlySpan<char> typed, string meant)
    {
        int same = typed.CommonPrefixLength(meant);
        ReadOnlySpan<char> a = typed[same..];
        ReadOnlySpan<char> b = meant.AsSpan(same);
        return (a.Length - b.Length) switch
        {
            1 => a[1..].SequenceEqual(b),
            -1 => b[1..].SequenceEqual(a),
            0 => a.Length > 0 && (a[1..].SequenceEqual(b[1..]) || a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])),
            _ => false,
        };
    }
}
