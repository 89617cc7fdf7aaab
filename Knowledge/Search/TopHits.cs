namespace SupportBot.Knowledge.Search;

/// <summary>Keeps the best hits in order while they are offered one by one.</summary>
internal ref struct TopHits(Span<SearchHit> hits)
{
    private readonly Span<SearchHit> hits = hits;

    public int Count { get; private set; }

    /// <summary>Score of the last hit that is kept; −1 while there is room.</summary>
    public readonly int Least => Count < hits.Length ? -1 : hits.Length == 0 ? int.MaxValue : hits[^1].Score;

    public void Clear() => Count = 0;

    public void Offer(SearchHit hit)
    {
        int at = Count;
        if (at == hits.Length)
        {
            if (at == 0 || !IsBefore(hit, hits[at - 1]))
            {
                return;
            }
            at--;
        }
        else
        {
            Count++;
        }
        for (; at > 0 && IsBefore(hit, hits[at - 1]); at--)
        {
            hits[at] = hits[at - 1];
        }
        hits[at] = hit;
    }

    private static bool IsBefore(SearchHit hit, SearchHit other) =>
        hit.Score > other.Score || hit.Score == other.Score && hit.Document < other.Document;
}
