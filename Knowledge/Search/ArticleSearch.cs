using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Search;

/// <summary>
/// Finds the best of very many articles for some words, by BM25 (Robertson and Walker 1994; k1 1.2, b 0.75) over word stems and Chinese
/// character pairs. Immutable and safe for any number of threads. Exact: rare terms are added up first, and once no other article
/// can reach the best ones, the common terms are only looked up for those (MaxScore, Turtle and Flood 1995).
/// </summary>
public sealed class ArticleSearch
{
    private const int MostTerms = 24;

    private readonly Dictionary<uint, int> terms;
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly byte[] weights;
    private readonly byte[] largest;

    private ArticleSearch(Dictionary<uint, int> terms, int[] starts, int[] documents, byte[] weights, int count)
    {
        this.terms = terms;
        this.starts = starts;
        this.documents = documents;
        this.weights = weights;
        Count = count;
        largest = new byte[terms.Count];
        for (int term = 0; term < largest.Length; term++)
        {
            foreach (byte weight in weights.AsSpan(starts[term]..starts[term + 1]))
            {
                largest[term] = Math.Max(largest[term], weight);
            }
        }
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
        SearchScratch scratch = SearchScratch.For(Count);
        TopHits top = new(hits);
        int rest = 0;
        foreach (int term in found)
        {
            rest += largest[term];
        }
        int added = 0;
        bool settled = false;
        for (; added < found.Length; added++)
        {
            // To see whether the best are settled costs a look at every document touched: worth it only before a longer list.
            if (Length(found[added]) > scratch.Touched.Length * 2)
            {
                top.Clear();
                scratch.Offer(ref top);
                settled = top.Least > rest;
            }
            if (settled)
            {
                break;
            }
            rest -= largest[found[added]];
            Add(found[added], scratch);
        }
        if (settled)
        {
            LookUp(found[added..], rest, scratch, ref top);
        }
        else
        {
            top.Clear();
            scratch.Offer(ref top);
        }
        scratch.Clear();
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
        return n;
    }

    private int Length(int term) => starts[term + 1] - starts[term];

    private void Add(int term, SearchScratch scratch)
    {
        ReadOnlySpan<int> list = documents.AsSpan(starts[term]..starts[term + 1]);
        ReadOnlySpan<byte> weight = weights.AsSpan(starts[term]..starts[term + 1]);
        for (int i = 0; i < list.Length; i++)
        {
            scratch.Add(list[i], weight[i]);
        }
    }

    /// <summary>Adds the common terms to the documents that may still be among the best.</summary>
    private void LookUp(scoped ReadOnlySpan<int> common, int rest, SearchScratch scratch, ref TopHits top)
    {
        int least = top.Least;
        top.Clear();
        foreach (int document in scratch.Touched)
        {
            int score = scratch.Score(document);
            int possible = score + rest;
            for (int i = 0; i < common.Length && possible >= Math.Max(least, top.Least); i++)
            {
                int at = documents.AsSpan(starts[common[i]]..starts[common[i] + 1]).BinarySearch(document);
                int weight = at < 0 ? 0 : weights[starts[common[i]] + at];
                score += weight;
                possible += weight - largest[common[i]];
            }
            if (possible == score)
            {
                top.Offer(new SearchHit(document, score));
            }
        }
    }
}
