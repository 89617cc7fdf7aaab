namespace SupportBot.Shop.Import;

/// <summary>The columns of a file of products: one row a SKU, the product's own fields repeated on each or given on its first.</summary>
internal static class ProductColumns
{
    public const string Sku = "sku";
    public const string Product = "product";
    public const string NameEn = "name_en";
    public const string NameZh = "name_zh";
    public const string Category = "category";
    public const string Brand = "brand";
    public const string Colour = "colour";
    public const string Size = "size";
    public const string Currency = "currency";
    public const string Price = "price";
    public const string SalePrice = "sale_price";
    public const string SaleFrom = "sale_from";
    public const string SaleUntil = "sale_until";
    public const string Stock = "stock";
    public const string RestockOn = "restock_on";
    public const string DescriptionEn = "description_en";
    public const string DescriptionZh = "description_zh";
    public const string FactsEn = "facts_en";
    public const string FactsZh = "facts_zh";
    public const string Picture = "picture";
    public const string Page = "page";

    public static readonly IReadOnlyList<string> All =
    [
        Sku, Product, NameEn, NameZh, Category, Brand, Colour, Size, Currency, Price, SalePrice, SaleFrom, SaleUntil, Stock, RestockOn,
        DescriptionEn, DescriptionZh, FactsEn, FactsZh, Picture, Page,
    ];
}
