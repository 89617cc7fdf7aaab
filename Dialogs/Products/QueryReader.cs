namespace SupportBot.Dialogs.Products;

/// <summary>Turns what a text mentions into a query, alone or as a change of what was looked for before.</summary>
internal sealed class QueryReader(Vocabulary vocabulary, ProductIndex index, Func<ProductQuery, ProductHit?> best)
{
    private const string Shoes = "shoes";
    private const decimal Penny = 0.01m;

    public ProductQuery? Read(string text, ProductQuery? previous)
    {
        string normalised = CatalogueText.Normalise(text);
        Mentioned said = Mentioned.Of(vocabulary.Scan(normalised), normalised);
        string? category = said.Category ?? (said.ProductId is { } id ? index.Get(id)?.Category : null);
        bool shoes = (category ?? previous?.Category ?? (previous?.ProductId is { } before ? index.Get(before)?.Category : null)) is { } about
            && ProductIndex.Contains(Shoes, about);
        string? size = SizeNamed(said.Size, category) ?? SizeReading.Read(normalised, text, said.Has(Cue.Women), shoes);
        (decimal? From, decimal? To)? price = PriceReading.Read(normalised);
        if (!IsAboutProducts(said, size, price, previous))
        {
            return null;
        }

        ProductQuery query = Begin(said, category, previous) with { };
        query = query with
        {
            Colour = said.Has(Cue.AnyColour) ? null : said.Colour ?? query.Colour,
            Size = said.Has(Cue.AnySize) ? null : size ?? query.Size,
            OnlyInStock = query.OnlyInStock || said.Has(Cue.InStock),
            OnlyReduced = query.OnlyReduced || said.Has(Cue.Reduced),
            CheapestFirst = query.CheapestFirst || said.Has(Cue.Cheapest) || said.Has(Cue.Cheaper) && previous is null,
        };
        return said.Has(Cue.AnyPrice) ? query with { PriceFrom = null, PriceTo = null }
            : price is var (from, to) ? query with { PriceFrom = from, PriceTo = to }
            : Compared(query, said, previous);
    }

    // "Double" is a bed's size, and no sofa's.
    private string? SizeNamed(string? size, string? category) =>
        size is not null && (category is null || index.HasSize(category, size)) ? size : null;

    // Without a product word, a colour or a price speaks of products only when somebody is shopping.
    private static bool IsAboutProducts(Mentioned said, string? size, (decimal? From, decimal? To)? price, ProductQuery? previous)
    {
        bool narrows = said.Colour is not null || size is not null || price is not null || said.Has(Cue.Reduced) || said.Has(Cue.Cheapest);
        bool steers = said.Has(Cue.InStock) || said.Has(Cue.Cheaper) || said.Has(Cue.Dearer) || said.Has(Cue.AnyColour) || said.Has(Cue.AnySize) || said.Has(Cue.AnyPrice);
        return said.Names || (previous is null ? narrows && said.Has(Cue.Shopping) : narrows || steers);
    }

    private static ProductQuery Begin(Mentioned said, string? category, ProductQuery? previous)
    {
        string words = string.Join(' ', said.Words);
        if (previous is null || said.ProductId is not null || said.HasNameWord || category is not null && !said.Has(Cue.FollowUp))
        {
            return new ProductQuery { Words = said.ProductId is null ? words : "", Category = category, Brand = said.Brand, ProductId = said.ProductId };
        }

        if (category is not null)
        {
            bool alike = previous.Category is { } before && ProductIndex.Root(before) == ProductIndex.Root(category);
            return previous with { Words = words, Category = category, Brand = said.Brand ?? previous.Brand, ProductId = null, Size = alike ? previous.Size : null };
        }

        bool another = said.Brand is not null || said.Words.Count > 0 && said.Has(Cue.Shopping);
        return previous with
        {
            Words = Joined(previous.Words, said.Words),
            Brand = said.Brand ?? previous.Brand,
            ProductId = another ? null : previous.ProductId,
        };
    }

    // "Cheaper" is cheaper than what was shown first.
    private ProductQuery Compared(ProductQuery query, Mentioned said, ProductQuery? previous)
    {
        bool cheaper = said.Has(Cue.Cheaper);
        if (previous is null || !(cheaper || said.Has(Cue.Dearer)) || best(previous) is not { } shown)
        {
            return query;
        }

        decimal price = shown.Variants.Min(variant => variant.Price);
        return query with
        {
            ProductId = null,
            Category = query.Category ?? shown.Product.Category,
            Words = previous.ProductId is null ? query.Words : "",
            PriceFrom = cheaper ? null : price + Penny,
            PriceTo = cheaper ? price - Penny : null,
        };
    }

    private static string Joined(string before, IReadOnlyList<string> added)
    {
        string[] known = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', known.Concat(added.Except(known)));
    }
}
