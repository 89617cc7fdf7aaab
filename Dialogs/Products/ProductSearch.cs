using System.Buffers;

namespace SupportBot.Dialogs.Products;

/// <summary>Finds the products that fit a query, and when there are none, those that fit the most of it.</summary>
internal sealed class ProductSearch(ProductIndex index)
{
    public ProductHits Search(ProductQuery query, int limit)
    {
        foreach ((string? relaxed, ProductQuery tried) in Relaxation.Of(query, index))
        {
            (List<int> found, bool allWords) = Find(tried);
            if (found.Count > 0)
            {
                string? told = allWords ? relaxed : relaxed is null ? Relaxation.Words : $"{relaxed},{Relaxation.Words}";
                return Shown(found, tried, limit, told);
            }
        }

        return new ProductHits([], 0, null);
    }

    private ProductHits Shown(List<int> found, ProductQuery query, int limit, string? relaxed)
    {
        VariantFilter filter = new(index, query);
        List<int> best = query.CheapestFirst
            ? [.. found.OrderBy(at => filter.Cheapest(index.Products[at])).Take(limit)]
            : InStockFirst(found, filter, limit);
        return new ProductHits([.. best.Select(at => new ProductHit(index.Products[at], filter.Fitting(index.Products[at])))], found.Count, relaxed);
    }

    // All that were found fit equally well: the store's order decides, and nobody is shown first what they cannot have.
    private List<int> InStockFirst(List<int> found, VariantFilter filter, int limit)
    {
        List<int> here = [];
        List<int> gone = [];
        foreach (int at in found)
        {
            if (here.Count == limit)
            {
                return here;
            }

            (filter.IsInStock(index.Products[at]) ? here : gone).Add(at);
        }

        here.AddRange(gone.Take(limit - here.Count));
        return here;
    }

    /// <returns>The products, and whether they have all of the words: else they have the most telling ones.</returns>
    private (List<int> Found, bool AllWords) Find(ProductQuery query)
    {
        VariantFilter filter = new(index, query);
        float[] scores = ArrayPool<float>.Shared.Rent(index.Products.Count);
        scores.AsSpan(0, index.Products.Count).Clear();
        float whole = query.ProductId is null ? Score(query.Words, scores) : 0;
        List<int> found = [];
        float highest = 0;
        foreach (int at in index.Candidates(query))
        {
            float score = scores[at];
            if (score < highest || whole > 0 && score == 0 || !filter.Fits(index.Products[at]))
            {
                continue;
            }

            if (score > highest)
            {
                highest = score;
                found.Clear();
            }

            found.Add(at);
        }

        ArrayPool<float>.Shared.Return(scores);
        return (found, highest >= whole);
    }

    private float Score(string words, float[] scores)
    {
        float whole = 0;
        foreach (Range range in words.AsSpan().Split(' '))
        {
            string word = words[range];
            float weight = index.WeightOf(word);
            whole += weight;
            foreach (int at in index.WithWord(word))
            {
                scores[at] += weight;
            }
        }

        return whole;
    }
}
