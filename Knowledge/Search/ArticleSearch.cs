using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Search;

/// <summary>
/// Finds the best of very many articles for some words, by BM25 (Robertson and Walker 1994; k1 1.2, b 0.75) over word stems and Chinese
/// character pairs, without those that stand nearly everywhere. Immutable and safe for any number of threads.
/// </summary>
public sealed class ArticleSearch
{
    private const int MostTerms = 24;

    /// <summary>A term in more than one of so many documents is left out, as stop words are, where a rarer one is there.</summary>
    private const int Common = 5;

    /// <summary>In fewer documents than this every term counts.</summary>
    private const int CommonFrom = 1000;

    private readonly Dictionary<uint, int> terms;
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly byte[] weights;

    private ArticleSearch(Dictionary<uint, int> terms, int[] starts, int[] documents, byte[] weights, int count)
    {
        this.terms = terms;
        this.starts = starts;
        this.documents = documents;
        this.weights = weights;
        Count = count;
    }

    /// <summary>How many documents there are.</summary>
    public int Count { get; }

    /// <summary>Indexes the documents; a document is known by its place in the list.</summary>
    public static ArticleSearch Build(IReadOnlyList<SearchDocument> documents)
    {
        Postings postings = Postings.Of(documents);
        return new ArticleSearch(postings.Terms, postings.Starts, postings.Documents, postings.Weights, documents.Count);
    }

    /// <summary>Fills <paramref name="hits"/> with the best documents, best first, equals in the order of the list; answers how many. Allocates nothing.</summary>
    public int Find(ReadOnlySpan<char> words, Span<SearchHit> hits)
    {
        Span<int> found = stackalloc int[MostTerms];
        found = found[..Look(words, found)];
        Span<ushort> scores = SearchScratch.For(Count);
        foreach (int term in found)
        {
            Add(term, scores);
        }
        TopHits top = new(hits);
        foreach (int term in found)
        {
            Take(documents.AsSpan(starts[term]..starts[term + 1]), scores, ref top);
        }
        return top.Count;
    }

    /// <summary>Finds the known terms of the words, rarest first.</summary>
    private int Look(ReadOnlySpan<char> words, Span<int> found)
    {
        Scratch scratch = Scratch.Own;
        TokenReader.Read(words, scratch);
        int n = 0;
        for (int i = 0; i < scratch.TokenCount && n < found.Length; i++)
        {
            if (terms.TryGetValue(SearchTerms.At(scratch, i), out int term) && !found[..n].Contains(term))
            {
                found[n++] = term;
            }
        }
        for (int i = 1; i < n; i++)
        {
            for (int k = i; k > 0 && Length(found[k]) < Length(found[k - 1]); k--)
            {
                (found[k], found[k - 1]) = (found[k - 1], found[k]);
            }
        }
        return WithoutCommon(found[..n]);
    }

    /// <summary>How many of the terms are left without those in too many documents to tell them apart, as long as a rarer one is there.</summary>
    private int WithoutCommon(ReadOnlySpan<int> found)
    {
        int n = found.Length;
        while (n > 1 && Count >= CommonFrom && Length(found[n - 1]) > Count / Common)
        {
            n--;
        }
        return n;
    }

    private int Length(int term) => starts[term + 1] - starts[term];

    private void Add(int term, Span<ushort> scores)
    {
        ReadOnlySpan<int> list = documents.AsSpan(starts[term]..starts[term + 1]);
        ReadOnlySpan<byte> weight = weights.AsSpan(starts[term]..starts[term + 1])[..list.Length];
        for (int i = 0; i < list.Length; i++)
        {
            scores[list[i]] += weight[i];
        }
    }

    /// <summary>Offers the documents that are not yet taken to the best ones, and leaves their scores at 0 for the next search.</summary>
    private static void Take(ReadOnlySpan<int> list, Span<ushort> scores, ref TopHits top)
    {
        int least = Math.Max(0, top.Least);
        foreach (int document in list)
        {
            ref ushort score = ref scores[document];
            if (score >= least && score > 0)
            {
                top.Offer(new SearchHit(document, score));
                least = Math.Max(0, top.Least);
            }
            score = 0;
        }
    }
}
