using SupportBot.BotService.Tests.Storage;
using SupportBot.Dialogs.Products;
using SupportBot.Operation.Rows;
using SupportBot.Shop.Import;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Shop;

public sealed class ProductImportTests : IDisposable
{
    private const string Header = "sku,product,name_en,name_zh,category,brand,colour,size,price,sale_price,sale_until,stock,restock_on,facts_en,facts_zh\n";

    private readonly SqliteBench bench = new();
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-import").FullName;
    private readonly SqliteProductStore store;
    private readonly ProductImport import;

    public ProductImportTests()
    {
        store = new SqliteProductStore(bench.Reads, bench.Commits);
        import = new ProductImport(store, new ManualTime());
    }

    [Fact]
    public async Task Good_rows_are_kept_and_each_bad_one_is_told_by_line_and_column()
    {
        ImportReport report = await ImportAsync("p.csv", Header + """
            M1,mug,Mug,杯子,kitchen/mugs,Kestrel,White,,9.50,7.60,2026-12-31,3,,"Material: stoneware; Size: 350 ml",材质：粗陶；容量：350 毫升
            M2,mug,,,,,Blue,,9.50,,,0,2026-04-10,,
            M3,mug,,,,,,,cheap,,,1,,,
            M1,mug,,,,,,,9.50,,,1,,,
            ,mug,,,,,,,9.50,,,-1,,,
            H1,hat,,,clothing/hats,,,,5,6,,1,,,
            "H2",hat,Hat,帽子,no category!,,,,5,,,1,31.12.2026,,
            "quoted ""well"", with a
            line break",hat,Hat,帽子,clothing/hats,,,,5,,,1,,,

            """);
        Assert.Equal((8, 3, 2), (report.Read, report.Saved, report.Products));
        Assert.Equal(
            ["4 price", "5 sku", "6 sku", "6 stock", "7 sale_price", "7 name_en", "8 restock_on", "8 category"],
            report.Problems.Select(problem => $"{problem.Line} {problem.Column}"));
        Assert.All(report.Problems, problem => Assert.NotEmpty(problem.Reason));

        Product mug = (await store.ProductsAsync(new DateOnly(2026, 3, 29), default))[0];
        Assert.Equal(("Mug", "杯子", "kitchen/mugs", "Kestrel"), (mug.Name["en"], mug.Name["zh"], mug.Category, mug.Brand));
        Assert.Equal(("Material", "粗陶"), (mug.Facts[0].Name["en"], mug.Facts[0].Value["zh"]));
        Assert.Equal([new Variant("M1", "white", null, 7.6m, 9.5m, 3), new Variant("M2", "blue", null, 9.5m, null, 0, new DateOnly(2026, 4, 10))], mug.Variants);
    }

    [Fact]
    public async Task Taken_again_nothing_is_doubled_and_what_changed_is_changed()
    {
        const string Row = "M1,mug,Mug,杯子,kitchen/mugs,,white,,9.50,7.60,,3,,,\n";
        await ImportAsync("p.csv", Header + Row);
        ImportReport again = await ImportAsync("p.csv", Header + Row.Replace("9.50,7.60,,3", "8,,,5", StringComparison.Ordinal).Replace("Mug", "Big mug", StringComparison.Ordinal));
        Assert.Empty(again.Problems);
        Product mug = Assert.Single(await store.ProductsAsync(new DateOnly(2026, 3, 29), default));
        Assert.Equal(("Big mug", new Variant("M1", "white", null, 8, null, 5)), (mug.Name["en"], Assert.Single(mug.Variants)));
    }

    [Fact]
    public async Task JSON_is_judged_by_the_same_rules()
    {
        ImportReport report = await ImportAsync("p.json", """
            [ { "sku": "M1", "product": "mug", "name_zh": "杯子", "category": "kitchen/mugs", "price": 9.5, "stock": 3, "size": null },
              7,
              { "sku": "M2", "product": "mug", "price": "x", "stock": 1.5 } ]
            """);
        Assert.Equal((3, 1), (report.Read, report.Saved));
        Assert.Equal(["2 ", "3 price", "3 stock"], report.Problems.Select(problem => $"{problem.Line} {problem.Column}"));
    }

    [Theory]
    [InlineData("p.json", "{}")]
    [InlineData("p.json", "[{")]
    [InlineData("p.json", "")]
    [InlineData("p.csv", "")]
    [InlineData("p.csv", "sku,product\n\"M1,mug\n")]
    [InlineData("p.csv", "a,b,c\n1,2,3\n")]
    public async Task A_file_that_holds_no_products_says_so(string name, string content)
    {
        ImportReport report = await ImportAsync(name, content);
        Assert.Equal(0, report.Saved);
        Assert.NotEmpty(report.Problems);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_not_half_read()
    {
        FileInfo file = new(Path.Combine(directory, "gbk.csv"));
        await File.WriteAllBytesAsync(file.FullName, [.. System.Text.Encoding.ASCII.GetBytes(Header + "M1,mug,Mug,"), 0xB1, 0xAD, 0xD7, 0xD3, .. System.Text.Encoding.ASCII.GetBytes(",kitchen/mugs,,,,9,,,1,,,\n")]);
        ImportReport report = await import.RunAsync(file, default);
        Assert.Contains("UTF-8", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(0, report.Saved);
    }

    public void Dispose()
    {
        bench.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private async Task<ImportReport> ImportAsync(string name, string content)
    {
        FileInfo file = new(Path.Combine(directory, name));
        await File.WriteAllTextAsync(file.FullName, content);
        return await import.RunAsync(new FileInfo(file.FullName), default);
    }
}
