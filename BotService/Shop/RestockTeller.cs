using SupportBot.Dialogs.Products;

namespace SupportBot.Shop;

/// <summary>Tells shoppers who wait for something that it is back in stock, each once.</summary>
internal sealed class RestockTeller(LiveCatalogue catalogue, IRestockNotices notices, ShopNews news)
{
    private const int AtOnce = 500;

    public async Task TellAsync(CancellationToken cancellation)
    {
        foreach (string sku in await notices.WaitedForAsync(cancellation))
        {
            if (catalogue.Current.OfSku(sku) is { } product && product.Variants.Any(variant => variant.Sku == sku && variant.Stock > 0))
            {
                await TellAsync(product, sku, cancellation);
            }
        }
    }

    private async Task TellAsync(Product product, string sku, CancellationToken cancellation)
    {
        foreach (RestockNotice notice in await notices.WaitingAsync(sku, AtOnce, cancellation))
        {
            // Said before it is marked: after a crash between the two, the same key is not said again.
            string text = ShopNews.Words.Say(notice.Locale, "restock.back", ("product", NameOf(catalogue.Current, product, sku, notice.Locale)));
            if (await news.TellAsync(notice.ConversationId, $"restock {notice.Key}", text, notice.Locale, cancellation))
            {
                await notices.ToldAsync(notice.Key, cancellation);
            }
        }
    }

    /// <summary>The product with the colour and size of one variant.</summary>
    public static string NameOf(ICatalogue catalogue, Product product, string sku, string locale)
    {
        string name = product.Name.GetValueOrDefault(locale) ?? product.Name.Values.First();
        Variant? variant = product.Variants.FirstOrDefault(variant => variant.Sku == sku);
        string[] details = [.. new[] { variant?.Colour is { } colour ? catalogue.ColourName(colour, locale) : null, variant?.Size }.OfType<string>()];
        return details.Length == 0 ? name : locale == Dialogs.Language.Chinese ? $"{name}（{string.Join("，", details)}）" : $"{name} ({string.Join(", ", details)})";
    }
}
