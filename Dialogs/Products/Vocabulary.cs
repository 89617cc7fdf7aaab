namespace SupportBot.Dialogs.Products;

/// <summary>Every phrase the catalogue knows and what it stands for, found in a text without a dictionary of the language: the longest phrase wins.</summary>
internal sealed class Vocabulary
{
    public const int LongestPhrase = 8;
    private const int LongestHan = 16;
    private const int ShortestSlip = 3;
    private const int LongestSlip = 4;

    private readonly Dictionary<string, Term> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly SpellingIndex spelling = new();

    public Vocabulary() => bySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a phrase; the first meaning given to it stays.</summary>
    public void Add(string phrase, TermKind kind, string key)
    {
        string spoken = CatalogueText.Phrase(phrase);
        if (spoken.Length == 0 || !terms.TryAdd(spoken, new Term(kind, key)))
        {
            return;
        }

        foreach (string word in spoken.Split(' '))
        {
            spelling.Add(word, mayBeMeant: CatalogueText.IsHan(word[0]) ? kind is TermKind.Category or TermKind.Quality or TermKind.Product : kind is not (TermKind.Stop or TermKind.Cue));
        }
    }

    public Term? Find(ReadOnlySpan<char> phrase) => bySpan.TryGetValue(phrase, out Term term) ? term : null;

    /// <summary>Finds what a normalised text mentions, in its order. Words the catalogue does not know are read as the nearest it does, when only a letter or two are wrong.</summary>
    public List<Mention> Scan(string text)
    {
        List<Mention> mentions = [];
        for (int at = 0; at < text.Length;)
        {
            at = CatalogueText.IsHan(text[at]) ? ScanHan(text, at, mentions)
                : CatalogueText.IsWord(text[at]) ? ScanWords(text, at, mentions)
                : at + 1;
        }

        return mentions;
    }

    private int ScanHan(string text, int start, List<Mention> mentions)
    {
        int end = start;
        while (end < text.Length && CatalogueText.IsHan(text[end]))
        {
            end++;
        }

        for (int at = start; at < end;)
        {
            (Term? found, int length) = LongestHanAt(text, at, end);
            if (found is { } term)
            {
                mentions.Add(new Mention(term, at));
            }

            at += length;
        }

        return end;
    }

    // A slip of the pen is thought of only where no word as it stands explains the place.
    private (Term? Term, int Length) LongestHanAt(string text, int at, int end)
    {
        if (ExactAt(text, at, end) is { Term: not null } exact)
        {
            return exact;
        }

        for (int length = Math.Min(LongestSlip, end - at); length >= ShortestSlip; length--)
        {
            bool explained = Enumerable.Range(at + 1, length - 1).Any(inside => ExactAt(text, inside, end).Length > 1);
            if (!explained && spelling.NearestHan(text.AsSpan(at, length)) is { } meant && Find(meant) is { } near)
            {
                return (near, length);
            }
        }

        return (null, 1);
    }

    private (Term? Term, int Length) ExactAt(string text, int at, int end)
    {
        for (int length = Math.Min(LongestHan, end - at); length > 0; length--)
        {
            if (Find(text.AsSpan(at, length)) is { } term)
            {
                return (term, length);
            }
        }

        return (null, 1);
    }

    // Words that stand together are joined while a phrase may still continue.
    private int ScanWords(string text, int start, List<Mention> mentions)
    {
        Span<Range> words = stackalloc Range[LongestPhrase];
        int count = WordsFrom(text, start, words);
        Span<char> phrase = stackalloc char[(text.Length - start) + (LongestPhrase * 4)];
        Span<int> ends = stackalloc int[LongestPhrase];
        int length = 0;
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<char> word = Spelled(text.AsSpan()[words[index]]);
            if (index > 0)
            {
                phrase[length++] = ' ';
            }

            if (length + word.Length > phrase.Length)
            {
                count = index;
                break;
            }

            word.CopyTo(phrase[length..]);
            length += word.Length;
            ends[index] = length;
        }

        for (int taken = count; taken > 0; taken--)
        {
            if (Find(phrase[..ends[taken - 1]]) is { } term)
            {
                mentions.Add(new Mention(term, start));
                return words[taken - 1].End.Value;
            }
        }

        return words[0].End.Value;
    }

    private ReadOnlySpan<char> Spelled(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> singular = CatalogueText.Singular(word);
        return spelling.Knows(singular) ? singular : spelling.Nearest(singular) ?? singular;
    }

    private static int WordsFrom(string text, int start, Span<Range> words)
    {
        int count = 0;
        for (int at = start; at < text.Length && count < words.Length;)
        {
            int end = at;
            while (end < text.Length && CatalogueText.IsWord(text[end]))
            {
                end++;
            }

            words[count++] = at..end;
            at = end;
            while (at < text.Length && text[at] is (' ' or '-' or '&'))
            {
                at++;
            }

            if (at >= text.Length || !CatalogueText.IsWord(text[at]))
            {
                break;
            }
        }

        return count;
    }
}
