using SupportBot.Dialogs.Products;
using SupportBot.Operation.Rows;

namespace SupportBot.Shop.Import;

/// <param name="Read">Rows in the file.</param>
/// <param name="Saved">Rows taken: SKUs added or brought up to date.</param>
internal sealed record ImportReport(int Read, int Saved, int Products, IReadOnlyList<RowProblem> Problems);

/// <summary>Takes a file of products into the embedded shop. The same file can be taken again: rows are known by their SKU.</summary>
internal sealed class ProductImport(IProductStore store, TimeProvider time)
{
    private const string UsualCurrency = "GBP";

    // Each a transaction of its own, so that a running service can write between them.
    private const int RowsAtOnce = 1_000;

    public async Task<ImportReport> RunAsync(FileInfo file, CancellationToken cancellation)
    {
        (IReadOnlyList<FileRow> rows, IReadOnlyList<RowProblem> unreadable) = RowFile.Read(file, ProductColumns.All);
        IReadOnlyList<Product> sold = await store.ProductsAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
        ProductRows taken = new(sold.ToDictionary(product => product.Id, StringComparer.Ordinal), sold.Count > 0 ? sold[0].Currency : UsualCurrency);
        foreach (FileRow row in rows)
        {
            taken.Take(row);
        }

        foreach (ProductOffer[] part in taken.Offers.Chunk(RowsAtOnce))
        {
            await store.SaveAsync(part, cancellation);
        }

        int lost = unreadable.Where(problem => problem.Column is null && problem.Line > 0).DistinctBy(problem => problem.Line).Count();
        return new ImportReport(
            rows.Count + lost,
            taken.Offers.Count,
            taken.Offers.DistinctBy(offer => offer.Product.Id).Count(),
            [.. unreadable.Concat(taken.Problems).OrderBy(problem => problem.Line)]);
    }
}
