using SupportBot.Dialogs.Forms;
using SupportBot.Dialogs.Products;
using SupportBot.Knowledge;

namespace SupportBot.Dialogs.Shopping;

/// <summary>Questions about products: search, stock, price, comparison. The query is remembered, so that a short follow-up changes only what it names.</summary>
internal sealed class ProductTalk(Scene scene)
{
    private const int MostShown = 6;
    private const int Fetched = 9;

    /// <summary>Topics that the catalogue answers by itself.</summary>
    private static readonly string[] Searches = ["product-search", "stock"];

    /// <summary>Topics of which an article tells the general part, and the catalogue what it knows of the one product named.</summary>
    private static readonly string[] Questions = ["price", "product-details", "compare"];

    /// <summary>Topics that a short follow-up to a search ("anything cheaper?") may be taken for.</summary>
    private static readonly string[] Mistaken = ["price-match", "promotions"];

    /// <summary>The answer to a question of a product topic; null when the article answers alone.</summary>
    public Turn? About(string? topic, string text)
    {
        if (topic == "compare" && Compare(scene.State.ProductsShown) is { } compared)
        {
            return compared;
        }

        ProductQuery? query = Searches.Contains(topic) || Questions.Contains(topic) ? scene.Input.Catalogue.Read(text, scene.Locale, scene.State.Products) : null;
        return topic switch
        {
            _ when Searches.Contains(topic) && query is not null => Show(query, true),
            _ when Questions.Contains(topic) && query is not null => Beside(query, topic ?? ""),
            _ when Mistaken.Contains(topic) && scene.State.Products is not null => Changed(text, true),
            "product-search" => scene.With(scene.State with { Products = new ProductQuery(), ProductsShown = [] }).Offer(scene.Shared.Say("product.what"), []),
            _ => null,
        };
    }

    /// <summary>A short follow-up to a talk about products that the articles do not understand: "how about the red one".</summary>
    public Turn? Instead(Finding finding, string text)
    {
        bool near = finding.Verdict == Verdict.DidYouMean && scene.Answers.Get(finding.First.Id, scene.Locale) is { } first && Searches.Contains(first.Topic);
        return near || scene.State.Products is not null ? Changed(text, false) : null;
    }

    /// <summary>One of the products on show, by its name, its number, or a wish to compare them.</summary>
    public Turn? Choose(Heard heard)
    {
        if (scene.State.ProductsShown.Count == 0)
        {
            return null;
        }

        if (scene.State.ProductsShown.Count > 1 && heard.Holds("compareWords"))
        {
            return Compare(Numbered(heard));
        }

        return scene.State.ProductsShown.FirstOrDefault(id => scene.Input.Catalogue.Get(id) is { } product && Spoken.Normalize(ProductText.Name(product, scene.Locale)) == heard.Normalized) is { } chosen
            ? Show(new ProductQuery { ProductId = chosen }, true)
            : null;
    }

    /// <summary>The same answer in the middle of a form.</summary>
    public Reply? Aside(string topic, string text) => About(topic, text) is { Replies: [{ } reply, ..] } ? reply : null;

    private Turn? Changed(string text, bool always) =>
        scene.Input.Catalogue.Read(text, scene.Locale, scene.State.Products) is { } query && query != scene.State.Products ? Show(query, always) : null;

    private Turn? Show(ProductQuery query, bool always)
    {
        ProductHits hits = scene.Input.Catalogue.Search(query, scene.Locale, Fetched);
        if (hits.Hits.Count == 0)
        {
            return always ? scene.Offer(scene.Shared.Say("product.none"), ["product-search"]) : null;
        }

        // What was said not to be had is not asked for again by the next follow-up.
        query = hits.Relaxed?.Contains("price", StringComparison.Ordinal) == true ? query with { PriceFrom = null, PriceTo = null } : query;
        ProductHit[] shown = [.. hits.Hits.Take(query.ProductId is null ? MostShown : 1)];
        DialogState memory = scene.State with
        {
            Products = shown.Length == 1 ? query with { ProductId = shown[0].Product.Id } : query,
            ProductsShown = [.. shown.Select(hit => hit.Product.Id)],
            Topic = null,
        };
        Scene after = scene.With(memory);
        ProductText text = new(scene);
        string lead = hits.Relaxed is { } relaxed ? string.Join('\n', relaxed.Split(',', StringSplitOptions.TrimEntries).Select(what => scene.Shared.Say($"product.relaxed.{what}"))) + "\n\n" : "";
        if (shown is [{ } only])
        {
            bool gone = only.Variants.All(variant => variant.Stock == 0);
            return WithCards(after.Offer(lead + text.Describe(only), gone ? ["restock-notice"] : []), [text.CardOf(only, false)]);
        }

        string several = lead + scene.Shared.Say("product.several", ("count", hits.Total.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return WithCards(after.Offer(several, [], scene.Shared.Say("product.compareTitle")), [.. shown.Select(hit => text.CardOf(hit, true))]);
    }

    /// <summary>The article's answer, and below it the one product that is clearly meant.</summary>
    private Turn? Beside(ProductQuery query, string topic)
    {
        ProductHits hits = scene.Input.Catalogue.Search(query, scene.Locale, 2);
        if (hits is not { Relaxed: null, Hits: [{ } only, ..] } || hits.Total > 1 && query.ProductId is null || scene.Answers.Get(topic, scene.Locale) is null)
        {
            return null;
        }

        Turn product = Show(query with { ProductId = only.Product.Id }, true) ?? throw new InvalidOperationException("A product that was found cannot be shown.");
        Turn article = scene.With(product.State).ShowAnswer(topic);
        return article with { Replies = [.. article.Replies.Select(reply => reply with { Suggestions = [] }), .. product.Replies] };
    }

    private Turn? Compare(IReadOnlyList<string> ids)
    {
        Product[] two = [.. ids.Select(scene.Input.Catalogue.Get).OfType<Product>().Take(2)];
        return two.Length == 2 ? scene.Offer(new ProductText(scene).Compare(two[0], two[1]), [], [.. two.Select(product => ProductText.Name(product, scene.Locale))]) : null;
    }

    /// <summary>Those of the products on show whose numbers were said; else all of them.</summary>
    private string[] Numbered(Heard heard)
    {
        IReadOnlyList<string> shown = scene.State.ProductsShown;
        string[] named = [.. heard.Found
            .Where(found => found.TypeName is "number" or "ordinal" && int.TryParse(found.Resolution["value"], out int number) && number >= 1 && number <= shown.Count)
            .Select(found => shown[int.Parse(found.Resolution["value"] ?? "1", System.Globalization.CultureInfo.InvariantCulture) - 1])
            .Distinct()];
        return named.Length >= 2 ? named : [.. shown];
    }

    private static Turn WithCards(Turn turn, IReadOnlyList<Card> cards) => turn with { Replies = [turn.Replies[0] with { Cards = cards }] };
}
