using System.Runtime.InteropServices;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Search;

/// <summary>Every term with the documents that have it, in order, and its BM25 weight there in 255ths of the largest.</summary>
internal sealed record Postings(Dictionary<uint, int> Terms, int[] Starts, int[] Documents, byte[] Weights)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    public static Postings Of(IReadOnlyList<SearchDocument> documents)
    {
        Dictionary<uint, int> terms = [];
        List<(int Term, int Document, int Times)> entries = [];
        int[] lengths = new int[documents.Count];
        for (int i = 0; i < documents.Count; i++)
        {
            lengths[i] = Read(documents[i].Text, i, terms, entries);
        }
        int[] starts = new int[terms.Count + 1];
        foreach ((int term, _, _) in entries)
        {
            starts[term + 1]++;
        }
        for (int term = 0; term < terms.Count; term++)
        {
            starts[term + 1] += starts[term];
        }
        double average = Math.Max(1, lengths.Length == 0 ? 1 : lengths.Average());
        double largest = Math.Log(1 + documents.Count) * (K1 + 1);
        int[] next = [.. starts];
        int[] found = new int[entries.Count];
        byte[] weights = new byte[entries.Count];
        foreach ((int term, int document, int times) in entries)
        {
            int having = starts[term + 1] - starts[term];
            double rarity = Math.Log(1 + (documents.Count - having + 0.5) / (having + 0.5));
            double weight = rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * lengths[document] / average));
            found[next[term]] = document;
            weights[next[term]++] = (byte)Math.Clamp(Math.Round(weight / largest * byte.MaxValue), 1, byte.MaxValue);
        }
        return new Postings(terms, starts, found, weights);
    }

    /// <summary>Counts the terms of a text, piece by piece since a reader takes only so much; answers how many there are.</summary>
    private static int Read(string text, int document, Dictionary<uint, int> terms, List<(int Term, int Document, int Times)> entries)
    {
        Dictionary<int, int> times = [];
        Scratch scratch = Scratch.Own;
        int length = 0;
        foreach (ReadOnlyMemory<char> piece in Pieces(text))
        {
            TokenReader.Read(piece.Span, scratch);
            for (int i = 0; i < scratch.TokenCount; i++)
            {
                ref int term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, SearchTerms.At(scratch, i), out bool known);
                term = known ? term : terms.Count - 1;
                times[term] = times.GetValueOrDefault(term) + 1;
                length++;
            }
        }
        entries.AddRange(times.Select(t => (t.Key, document, t.Value)));
        return length;
    }

    private static IEnumerable<ReadOnlyMemory<char>> Pieces(string text)
    {
        // Short enough that neither characters nor tokens of a piece are more than the reader takes.
        const int longest = Scratch.MaxTokens - 1;
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(text.Length, start + longest);
            int space = end == text.Length ? -1 : text.LastIndexOf(' ', end - 1, end - start);
            end = space > start ? space + 1 : end;
            yield return text.AsMemory(start, end - start);
            start = end;
        }
    }
}
