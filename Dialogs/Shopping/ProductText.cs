using System.Globalization;
using System.Text;
using SupportBot.Dialogs.Forms;
using SupportBot.Dialogs.Products;

namespace SupportBot.Dialogs.Shopping;

/// <summary>Products in words and cards.</summary>
internal sealed class ProductText(Scene scene)
{
    private const int FewLeft = 5;
    private const int ShownFacts = 6;

    private FormWords Words => scene.Shared;

    private string Comma => scene.Locale == Language.Chinese ? "、" : ", ";

    public static string Name(Product product, string locale) => OrderText.InLanguage(product.Name, locale);

    public Card CardOf(ProductHit hit, bool choosable)
    {
        IReadOnlyList<Variant> variants = hit.Variants.Count > 0 ? hit.Variants : hit.Product.Variants;
        return new Card(Name(hit.Product, scene.Locale), PriceLine(hit.Product, variants), StockLine(variants), hit.Product.PictureUrl)
        {
            Buttons = choosable ? [Name(hit.Product, scene.Locale)] : [],
            Link = hit.Product.PageUrl is { } url ? (Words.Say("product.page"), url) : null,
        };
    }

    /// <summary>Price, promotion, stock by variant, delivery and facts of one product.</summary>
    public string Describe(ProductHit hit)
    {
        Product product = hit.Product;
        IReadOnlyList<Variant> variants = hit.Variants.Count > 0 ? hit.Variants : product.Variants;
        StringBuilder text = new($"**{Plain.Line(Name(product, scene.Locale))}**");
        text.Append(" · ").Append(PriceLine(product, variants)).Append('\n').Append(StockLine(variants));
        if (variants.Count < product.Variants.Count || variants.Count == 1)
        {
            string[] others = [.. product.Variants.Where(variant => variant.Stock > 0 && !variants.Contains(variant)).Take(6).Select(VariantName).Where(name => name.Length > 0).Distinct()];
            text.Append(others.Length == 0 ? "" : $"\n{Words.Say("product.others", ("variants", string.Join(Comma, others)))}");
        }

        if (OrderText.InLanguage(product.Description, scene.Locale) is { Length: > 0 } description)
        {
            text.Append("\n\n").Append(Plain.Line(Plain.Cut(description, 300)));
        }

        foreach (ProductFact fact in product.Facts.Take(ShownFacts))
        {
            text.Append("\n- ").Append(Plain.Line(OrderText.InLanguage(fact.Name, scene.Locale))).Append(": ").Append(Plain.Line(OrderText.InLanguage(fact.Value, scene.Locale)));
        }

        return variants.Any(variant => variant.Stock > 0) ? text.Append("\n\n").Append(Words.Say("product.delivery")).ToString() : text.ToString();
    }

    public string Compare(Product first, Product second)
    {
        (string left, string right) = (Plain.Line(Name(first, scene.Locale)), Plain.Line(Name(second, scene.Locale)));
        StringBuilder text = new(Words.Say("product.compared", ("first", left), ("second", right)));
        Row(text, Words.Say("product.price"), PriceLine(first, first.Variants), PriceLine(second, second.Variants));
        Row(text, Words.Say("product.stock"), StockLine(first.Variants), StockLine(second.Variants));
        foreach (ProductFact fact in first.Facts.Take(ShownFacts))
        {
            string name = OrderText.InLanguage(fact.Name, scene.Locale);
            ProductFact? other = second.Facts.FirstOrDefault(candidate => OrderText.InLanguage(candidate.Name, scene.Locale) == name);
            Row(text, Plain.Line(name), Plain.Line(OrderText.InLanguage(fact.Value, scene.Locale)), other is null ? "–" : Plain.Line(OrderText.InLanguage(other.Value, scene.Locale)));
        }

        return text.ToString();
    }

    /// <summary>Colour and size of a variant.</summary>
    public string VariantName(Variant variant) => string.Join(' ', new[] { variant.Colour is { } colour ? scene.Input.Catalogue.ColourName(colour, scene.Locale) : null, variant.Size }.Where(part => part is { Length: > 0 }));

    private static void Row(StringBuilder text, string name, string left, string right) => text.Append(CultureInfo.InvariantCulture, $"\n- **{name}**: {left} | {right}");

    private string PriceLine(Product product, IReadOnlyList<Variant> variants)
    {
        decimal least = variants.Min(variant => variant.Price);
        string price = Money.Show(least, product.Currency);
        string shown = variants.Any(variant => variant.Price != least) ? Words.Say("product.from", ("price", price)) : price;
        return variants.FirstOrDefault(variant => variant.Price == least)?.FullPrice is { } full && full > least
            ? Words.Say("product.reduced", ("price", shown), ("full", Money.Show(full, product.Currency)))
            : shown;
    }

    private string StockLine(IReadOnlyList<Variant> variants)
    {
        int stock = variants.Sum(variant => variant.Stock);
        string which = variants.Count == 1 && VariantName(variants[0]) is { Length: > 0 } name ? $"{name}: " : "";
        if (stock > 0)
        {
            string count = stock <= FewLeft ? Words.Say("product.few", ("count", stock.ToString(CultureInfo.InvariantCulture))) : Words.Say("product.inStock");
            string[] available = [.. variants.Where(variant => variant.Stock > 0).Select(VariantName).Where(one => one.Length > 0).Distinct().Take(8)];
            return which + count + (variants.Count > 1 && available.Length > 1 ? $" ({string.Join(Comma, available)})" : "");
        }

        DateOnly? restock = variants.Min(variant => variant.RestockOn);
        return which + (restock is { } day ? Words.Say("product.goneUntil", ("date", When.Day(day, scene.Locale, scene.Input.Now))) : Words.Say("product.gone"));
    }
}
