using System.Globalization;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop.Demo;

/// <param name="Returnable">Whether it can come back when it is only not liked.</param>
/// <param name="Large">Whether the store's own team brings it.</param>
internal sealed record DemoProduct(ProductOffer Offer, bool Returnable, bool Large)
{
    public Product Product => Offer.Product;
}

/// <summary>Makes the demo store's products: the same ones for the same seed, with stock and offers around a day.</summary>
internal sealed class DemoProducts(int seed, DateOnly today)
{
    private const string Currency = "GBP";
    private const int OneInReduced = 7;
    private const int OneInSoldOut = 12;

    private static readonly (string En, string Zh)[] Collections =
    [
        ("Saltmarsh", "盐沼"), ("Pinewood", "松岭"), ("Tidewater", "潮汐"), ("Headland", "岬角"), ("Moorland", "荒原"), ("Heather", "石楠"), ("Bracken", "蕨谷"),
        ("Granite", "花岗"), ("Skerry", "礁石"), ("Anchor", "船锚"), ("Estuary", "河口"), ("Cobble", "卵石"), ("Fernhill", "蕨岭"), ("Larkspur", "飞燕"),
        ("Wren", "鹪鹩"), ("Kittiwake", "海鸥"), ("Puffin", "海鹦"), ("Otter", "水獭"), ("Hazel", "榛林"), ("Rowan", "花楸"), ("Juniper", "杜松"),
        ("Thistle", "蓟花"), ("Meadow", "草甸"), ("Orchard", "果园"), ("Millbrook", "磨坊"), ("Stonecroft", "石庐"), ("Westerly", "西风"), ("Northwind", "北风"),
        ("Daybreak", "破晓"), ("Evenfall", "暮色"), ("Compass", "罗盘"), ("Keel", "龙骨"), ("Spindrift", "飞沫"), ("Marram", "滨草"), ("Curlew", "杓鹬"), ("Foxglove", "毛地黄"),
    ];

    private static readonly string[] Brands = ["Harbour & Pine", "Northlight", "Kestrel", "Ferrow", "Ombra", "Lumio"];

    private static readonly Dictionary<string, string> Pictures = new()
    {
        ["clothing/jackets"] = "jacket", ["clothing/jumpers"] = "jumper", ["shoes/boots"] = "boots", ["bags/totes"] = "tote",
        ["home/lamps"] = "lamp", ["appliances/kettles"] = "kettle", ["home/throws"] = "throw", ["kitchen/mugs"] = "mugs",
    };

    private readonly Random random = new(seed);

    public IReadOnlyList<DemoProduct> Make()
    {
        List<DemoProduct> products = [];
        foreach (ProductFamily family in ProductFamily.LoadAll())
        {
            int first = random.Next(Collections.Length);
            for (int at = 0; at < family.Count; at++)
            {
                products.Add(Make(family, Collections[(first + (at * 5)) % Collections.Length], products.Count + 1, at));
            }
        }

        return products;
    }

    private DemoProduct Make(ProductFamily family, (string En, string Zh) collection, int number, int at)
    {
        (string En, string Zh) name = family.Named ? (family.En, family.Zh) : ($"{collection.En} {family.En}", collection.Zh + family.Zh);
        List<string> material = family.Materials[at % family.Materials.Count];
        List<string> extra = family.Extras[at % family.Extras.Count];
        bool reduced = !family.Named && random.Next(OneInReduced) == 0;
        decimal full = PriceOf(family, at);
        decimal price = reduced ? Math.Round(full * 0.8m, 0) - 0.05m : full;
        Product product = new()
        {
            Id = name.En.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace(' ', '-'),
            Name = new Dictionary<string, string> { ["en"] = name.En, ["zh"] = name.Zh },
            Category = family.Category,
            Brand = family.Named ? Brands[0] : Brands[random.Next(Brands.Length)],
            Description = Both(Sentence(material[0], extra[0], ", ", "."), Sentence(material[1], extra[1], "，", "。")),
            Facts = FactsOf(material, extra),
            PictureUrl = Pictures.TryGetValue(family.Category, out string? picture) ? $"/demo/{picture}.svg" : null,
            Currency = Currency,
            Variants = VariantsOf(family, number, price, reduced ? full : null),
        };
        return new DemoProduct(new ProductOffer(product, reduced ? new Promotion(today.AddDays(-10), today.AddDays(60)) : null), family.Returnable, family.Large);
    }

    // Spread evenly between the cheapest and the dearest, so that every price range finds something.
    private static decimal PriceOf(ProductFamily family, int at) =>
        family.Count == 1 ? family.Price[0] : Math.Round(family.Price[0] + ((family.Price[1] - family.Price[0]) * (decimal)at / (family.Count - 1)));

    private List<Variant> VariantsOf(ProductFamily family, int number, decimal price, decimal? full)
    {
        string?[] colours = family.Named || family.Colours.Count < 3 ? [.. family.Colours] : [.. family.Colours.OrderBy(_ => random.Next()).Take(3)];
        List<Variant> variants = [];
        foreach (string? colour in colours.DefaultIfEmpty(null))
        {
            foreach (string? size in family.SizeLabels)
            {
                bool soldOut = random.Next(OneInSoldOut) == 0 && (!family.Named || size is not null);
                string sku = string.Join('-', new[] { string.Create(CultureInfo.InvariantCulture, $"HP{number:000}"), colour, size }.OfType<string>()).ToUpperInvariant();
                variants.Add(new Variant(sku, colour, size, price, full, soldOut ? 0 : random.Next(1, 40), soldOut ? today.AddDays(random.Next(4, 20)) : null));
            }
        }

        return variants;
    }

    private static ProductFact[] FactsOf(List<string> material, List<string> extra)
    {
        ProductFact made = new(Both("Material", "材质"), Both(material[0], material[1]));
        return extra[0].Length == 0 ? [made] : [made, new ProductFact(Both("Good to know", "特点"), Both(extra[0], extra[1]))];
    }

    private static string Sentence(string material, string extra, string comma, string stop) => extra.Length == 0 ? material + stop : material + comma + extra + stop;

    private static Dictionary<string, string> Both(string en, string zh) => new() { ["en"] = en, ["zh"] = zh };
}
