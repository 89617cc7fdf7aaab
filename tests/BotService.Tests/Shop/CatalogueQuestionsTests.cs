using SupportBot.Dialogs.Products;
using SupportBot.Shop;
using SupportBot.Shop.Demo;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>Reads every question of <c>Questions/*.tsv</c> against the demo store's catalogue.</summary>
public sealed class CatalogueQuestionsTests
{
    private static readonly Lazy<ProductCatalogue> Catalogue = new(() =>
    {
        (CatalogueWords words, _) = CatalogueWordsFile.Load(Path.Combine(AppContext.BaseDirectory, "Demo", "catalogue.yaml"));
        return ProductCatalogue.Build([.. new DemoProducts(1, new DateOnly(2026, 3, 1)).Make().Select(product => product.Product)], words);
    });

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_question_is_read_as_meant(string locale)
    {
        List<string> wrong = [];
        ProductQuery? before = null;
        int asked = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Shop", "Questions", $"{locale}.tsv")).Where(line => !line.StartsWith('#')))
        {
            string[] parts = line.Split('\t');
            bool goesOn = parts[0].StartsWith('>');
            ProductQuery? previous = goesOn ? before : null;
            ProductQuery? read = Catalogue.Value.Read(parts[0].TrimStart('>', ' '), locale, previous);
            asked++;
            string found = Told(read, previous);
            if (found != string.Join(' ', parts[1].Split(' ').Order()))
            {
                wrong.Add($"{parts[0]}\n   meant {string.Join(' ', parts[1].Split(' ').Order())}\n   read  {found}");
            }

            before = read;
        }

        Assert.True(asked >= 60);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_question_about_products_finds_some(string locale)
    {
        ProductQuery? before = null;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Shop", "Questions", $"{locale}.tsv")).Where(line => !line.StartsWith('#')))
        {
            string question = line.Split('\t')[0];
            before = Catalogue.Value.Read(question.TrimStart('>', ' '), locale, question.StartsWith('>') ? before : null);
            if (before is not null)
            {
                ProductHits hits = Catalogue.Value.Search(before, locale, 5);
                Assert.True(hits.Hits.Count > 0, question);
                Assert.All(hits.Hits, hit => Assert.NotEmpty(hit.Variants));
            }
        }
    }

    private static string Told(ProductQuery? query, ProductQuery? previous)
    {
        if (query is null)
        {
            return "null";
        }

        string? to = query.PriceTo is not { } highest ? null
            : previous is not null && highest == previous.PriceTo && highest % 1 != 0 ? "same"
            : highest % 1 != 0 ? "cheaper"
            : $"{highest:0}";
        string?[] parts =
        [
            query.Category is { } category ? $"category={category}" : null,
            query.Brand is { } brand ? $"brand={brand}" : null,
            query.Colour is { } colour ? $"colour={colour}" : null,
            query.Size is { } size ? $"size={size.Replace(' ', '|')}" : null,
            query.PriceFrom is { } from ? $"from={from:0}" : null,
            to is null ? null : $"to={to}",
            query.Words.Length > 0 ? $"words={query.Words.Replace(' ', ',')}" : null,
            query.OnlyInStock ? "stock" : null,
            query.OnlyReduced ? "reduced" : null,
            query.CheapestFirst ? "cheapest" : null,
            query.ProductId is { } id ? $"product={id}" : null,
        ];
        return string.Join(' ', parts.OfType<string>().Order());
    }
}
