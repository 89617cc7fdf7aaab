using SupportBot.Dialogs.Products;

namespace SupportBot.Dialogs.Tests.Products;

public sealed class ProductCatalogueTests
{
    private static readonly CatalogueWords Words = new()
    {
        Categories = [Term("shoes", "shoes", "鞋子"), Term("shoes/running", "running shoes", "跑鞋"), Term("clothing/coats", "coat", "大衣"), Term("home/lamps", "lamp", "台灯")],
        Colours = [Term("black", "black", "黑色"), Term("blue", "blue", "蓝色"), Term("navy", "navy", "藏青") with { Within = "blue" }],
        Qualities = [Term("waterproof", "waterproof", "防水"), Term("wool", "wool", "羊毛")],
    };

    private static readonly ProductCatalogue Catalogue = ProductCatalogue.Build(
        [
            Made("heron", "Heron running shoes", "苍鹭跑鞋", "shoes/running", 60, ["black"], ["8", "9.5"], "Mesh"),
            Made("egret", "Egret running shoes", "白鹭跑鞋", "shoes/running", 90, ["navy"], ["8"], "Waterproof mesh"),
            Made("moor", "Moor coat", "荒原大衣", "clothing/coats", 120, ["navy", "black"], ["S", "M"], "Wool"),
            Made("dune", "Dune lamp", "沙丘台灯", "home/lamps", 45, [], [null], "Linen"),
        ],
        Words);

    [Theory]
    [InlineData("EU 42", "heron,egret", null)]
    [InlineData("US 9", "heron,egret", null)]
    [InlineData("US 10W", "heron,egret", null)]
    [InlineData("9.5", "heron", null)]
    [InlineData("44", "heron", null)]
    [InlineData("UK 6", "heron,egret", "size")]
    public void A_shoe_size_fits_in_whatever_system_it_is_asked(string size, string found, string? relaxed)
    {
        ProductHits hits = Catalogue.Search(new ProductQuery { Category = "shoes", Size = size }, "en", 10);
        Assert.Equal((found, relaxed), (string.Join(',', hits.Hits.Select(hit => hit.Product.Id)), hits.Relaxed));
    }

    [Fact]
    public void A_wider_colour_finds_a_narrower_one_and_only_the_variants_that_fit_are_shown()
    {
        ProductHit coat = Assert.Single(Catalogue.Search(new ProductQuery { Category = "clothing", Colour = "blue" }, "en", 10).Hits);
        Assert.All(coat.Variants, variant => Assert.Equal("navy", variant.Colour));
    }

    [Fact]
    public void What_finds_nothing_is_relaxed_and_says_by_what()
    {
        Assert.Equal("price", Catalogue.Search(new ProductQuery { Category = "shoes/running", PriceTo = 20 }, "en", 10).Relaxed);
        Assert.Equal("size,colour", Catalogue.Search(new ProductQuery { Category = "home/lamps", Colour = "black", Size = "M" }, "en", 10).Relaxed);
        Assert.Equal("words", Catalogue.Search(new ProductQuery { Category = "home/lamps", Words = "wool" }, "en", 10).Relaxed);
        Assert.Empty(Catalogue.Search(new ProductQuery { Category = "toys" }, "en", 10).Hits);
    }

    [Fact]
    public void The_product_talked_about_stays_until_another_colour_of_it_does_not_exist()
    {
        ProductQuery about = new() { ProductId = "moor" };
        ProductHits black = Catalogue.Search(Catalogue.Read("and in black?", "en", about)!, "en", 10);
        Assert.Equal(("moor", null), (Assert.Single(black.Hits).Product.Id, black.Relaxed));
        ProductHits large = Catalogue.Search(about with { Size = "XXL" }, "en", 10);
        Assert.Equal(("moor", "size"), (Assert.Single(large.Hits).Product.Id, large.Relaxed));
    }

    [Fact]
    public void Cheaper_is_cheaper_than_what_was_shown_first()
    {
        ProductQuery query = Catalogue.Read("有没有便宜点的", "zh", new ProductQuery { ProductId = "egret" })!;
        Assert.Equal(("shoes/running", 89.99m, null), (query.Category, query.PriceTo, query.ProductId));
        Assert.Equal("heron", Assert.Single(Catalogue.Search(query, "zh", 10).Hits).Product.Id);
    }

    [Theory]
    [InlineData("herron runing shoes", "heron")]
    [InlineData("苍鹭跑鞋还有吗", "heron")]
    [InlineData("沙丘台灯", "dune")]
    public void A_name_is_found_with_a_slip_and_in_a_sentence(string text, string product) =>
        Assert.Equal(product, Catalogue.Search(Catalogue.Read(text, "en", null)!, "en", 10).Hits[0].Product.Id);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???!!!")]
    [InlineData("\ud83d\ude00\ud83d")]
    [InlineData("'''")]
    [InlineData("- & -")]
    [InlineData("under under under")]
    [InlineData("between 99999999999999999999 and 1")]
    public void Malformed_text_names_nothing(string text) => Assert.Null(Catalogue.Read(text, "en", null));

    [Fact]
    public void Any_text_is_read_without_an_exception()
    {
        const string Pieces = "the black 42码 9.5 £ under 到 shoes 鞋 -& XL ' 零 一百 \ud83d between and cheaper 便宜点 waterprooof ";
        uint state = 7;
        for (int round = 0; round < 3_000; round++)
        {
            char[] text = new char[round % 60];
            for (int at = 0; at < text.Length; at++)
            {
                state = (state * 1_664_525) + 1_013_904_223;
                text[at] = Pieces[(int)(state >> 8) % Pieces.Length < 0 ? 0 : (int)((state >> 8) % (uint)Pieces.Length)];
            }

            ProductQuery? query = Catalogue.Read(new string(text), "en", round % 2 == 0 ? null : new ProductQuery { ProductId = "moor" });
            if (query is not null)
            {
                Assert.NotNull(Catalogue.Search(query, "en", 5));
            }
        }
    }

    [Fact]
    public void A_large_catalogue_costs_what_it_finds_and_not_what_it_holds()
    {
        ProductCatalogue large = ProductCatalogue.Build(
            [.. Enumerable.Range(0, 20_000).Select(number => Made($"p{number}", $"Model {number} coat", $"型号{number}大衣", number % 100 == 0 ? "shoes/running" : "clothing/coats", 10 + (number % 90), ["black", "navy"], ["8", "9"], "Wool"))],
            Words);
        ProductQuery query = large.Read("black running shoes in 9 under 50", "en", null)!;
        large.Search(query, "en", 5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ProductHits hits = large.Search(query, "en", 5);
        Assert.True(hits.Total > 50);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
        before = GC.GetAllocatedBytesForCurrentThread();
        large.Read("black running shoes in 9 under 50", "en", null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000);
    }

    private static CatalogueTerm Term(string key, string english, string chinese) =>
        new(key, new Dictionary<string, IReadOnlyList<string>> { ["en"] = [english], ["zh"] = [chinese] });

    private static Product Made(string id, string english, string chinese, string category, decimal price, string[] colours, string?[] sizes, string about) => new()
    {
        Id = id,
        Name = new Dictionary<string, string> { ["en"] = english, ["zh"] = chinese },
        Category = category,
        Description = new Dictionary<string, string> { ["en"] = about },
        Currency = "GBP",
        Variants = [.. colours.DefaultIfEmpty(null).SelectMany(colour => sizes, (colour, size) => new Variant($"{id}-{colour}-{size}", colour, size, price, null, 3))],
    };
}
