namespace SupportBot.Knowledge.Search;

/// <summary>Working memory of one thread: the score of every document touched.</summary>
internal sealed class SearchScratch(int documents)
{
    [ThreadStatic]
    private static SearchScratch? own;

    private readonly ushort[] scores = new ushort[documents];
    private readonly int[] touched = new int[documents + 1];
    private int count;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public static SearchScratch For(int documents) =>
        own is { } kept && kept.scores.Length >= documents ? kept : own = new SearchScratch(documents);

    public int Score(int document) => scores[document];

    /// <summary>Adds to a document's score; weights are above 0 and a search has too few terms for them to overflow.</summary>
    public void Add(int document, byte weight)
    {
        ref ushort score = ref scores[document];
        touched[count] = document;
        count += score == 0 ? 1 : 0;
        score += weight;
    }

    public void Offer(ref TopHits top)
    {
        int least = top.Least;
        foreach (int document in Touched)
        {
            if (scores[document] >= least)
            {
                top.Offer(new SearchHit(document, scores[document]));
                least = top.Least;
            }
        }
    }

    public void Clear()
    {
        foreach (int document in Touched)
        {
            scores[document] = 0;
        }
        count = 0;
    }
}
