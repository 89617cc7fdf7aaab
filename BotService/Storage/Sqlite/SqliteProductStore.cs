using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.Storage.Sqlite;

/// <summary>What the embedded shop sells, on SQLite.</summary>
internal sealed class SqliteProductStore(SqliteReads reads, CommitLoop commits) : IProductStore
{
    private const string Products = "select id, body from product order by position, id";

    private const string Variants = """
        select variant.sku, product_id as ProductId, colour, size, variant.price, stock, restock_on as RestockOn, min(promotion.price) as PromotionPrice
        from variant left join promotion on promotion.sku = variant.sku and @today between starts_on and ends_on
        group by variant.sku order by product_id, position
        """;

    private const string SaveProduct = """
        insert into product (id, position, body) values (@id, (select coalesce(max(position), 0) + 1 from product), @body)
        on conflict (id) do update set body = excluded.body
        """;

    private const string SaveVariant = """
        insert into variant (sku, product_id, position, colour, size, price, stock, restock_on)
        values (@sku, @productId, (select coalesce(max(position), 0) + 1 from variant where product_id = @productId), @colour, @size, @price, @stock, @restockOn)
        on conflict (sku) do update set product_id = excluded.product_id, colour = excluded.colour, size = excluded.size, price = excluded.price,
          stock = excluded.stock, restock_on = excluded.restock_on
        """;

    private const string SavePromotion = "insert into promotion (sku, starts_on, ends_on, price) values (@sku, @startsOn, @endsOn, @price)";

    public ValueTask<long> RevisionAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.QuerySingle<long>("select revision from catalogue")));

    public ValueTask<IReadOnlyList<Product>> ProductsAsync(DateOnly today, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
    {
        ILookup<string, Variant> variants = connection.Query<VariantRow>(Variants, new { today = ShopCells.Text(today) }).ToLookup(row => row.ProductId, row => row.Variant(), StringComparer.Ordinal);
        return (IReadOnlyList<Product>)[.. connection.Query<ProductRow>(Products).Where(row => variants.Contains(row.Id)).Select(row => row.Product() with { Variants = [.. variants[row.Id]] })];
    }));

    public async Task SaveAsync(IReadOnlyList<ProductOffer> offers, CancellationToken cancellation) =>
        await commits.WriteAsync(connection => Save(connection, offers), cancellation);

    /// <summary>Announces to every node that what is sold has changed; in the transaction that changes it.</summary>
    public static void MoveOn(SqliteConnection connection) => connection.Execute("update catalogue set revision = revision + 1");

    private static int Save(SqliteConnection connection, IReadOnlyList<ProductOffer> offers)
    {
        // A later row of a product knows all that an earlier one does.
        foreach (Product product in offers.GroupBy(offer => offer.Product.Id, offer => offer.Product).Select(same => same.Last()))
        {
            connection.Execute(SaveProduct, new { id = product.Id, body = JsonSerializer.SerializeToUtf8Bytes(product with { Variants = [] }, ShopJson.Default.Product) });
        }

        foreach (ProductOffer offer in offers)
        {
            foreach (Variant variant in offer.Product.Variants)
            {
                connection.Execute(SaveVariant, new
                {
                    sku = variant.Sku,
                    productId = offer.Product.Id,
                    colour = variant.Colour,
                    size = variant.Size,
                    price = ShopCells.Minor(variant.FullPrice ?? variant.Price),
                    stock = variant.Stock,
                    restockOn = variant.RestockOn is { } day ? ShopCells.Text(day) : null,
                });
                connection.Execute("delete from promotion where sku = @sku", new { sku = variant.Sku });
                if (offer.Promotion is { } promotion)
                {
                    connection.Execute(SavePromotion, new { sku = variant.Sku, startsOn = ShopCells.Text(promotion.From), endsOn = ShopCells.Text(promotion.Until), price = ShopCells.Minor(variant.Price) });
                }
            }
        }

        MoveOn(connection);
        return offers.Count;
    }
}
