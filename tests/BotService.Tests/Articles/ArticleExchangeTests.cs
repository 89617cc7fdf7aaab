using SupportBot.Articles;
using SupportBot.Articles.Exchange;

namespace SupportBot.BotService.Tests.Articles;

public sealed class ArticleExchangeTests : IDisposable
{
    private const string Everything = """
        topic: shop
        kind: talk
        title: "Parking: where?"
        keywords: [car park, { text: garage, weight: 2.5 }, "a | b", "=SUM(A1)"]
        questions:
          - "where can i park, \"free\"?"
          - '- dash first'
          - "emoji 😀 and 中文"
        tags: [shop]
        related: [human]
        valid_from: 2026-01-01
        valid_until: 2099-12-31
        audience: staff
        card: { title: Map, subtitle: Behind, picture: /map.png, link: { title: Open, url: "https://example.com/map" }, buttons: [Opening hours, Talk to a person] }
        """;

    private readonly ArticleFolder folder = new();

    private ArticleExchange Exchange => folder.Get<ArticleExchange>();

    [Theory]
    [InlineData("articles.csv")]
    [InlineData("folder")]
    public async Task What_is_exported_and_imported_is_exported_the_same(string name)
    {
        await folder.BeginAsync();
        folder.Write("en", "parking", Everything, "- Behind the shop, \"free\".\n- @ the gate\n\n{{return_days}} days");
        Assert.Equal(7, (await Exchange.ExportAsync(folder.Place(name), default)).Articles);
        using ArticleFolder other = new();
        await other.BeginAsync();
        ImportReport report = await other.Get<ArticleExchange>().ImportAsync(folder.Place(name), default);
        Assert.Equal(new ImportReport(7, 1, 0, 6, report.Problems), report);
        Assert.Empty(report.Problems);
        await other.Get<ArticleExchange>().ExportAsync(other.Place(name), default);
        Assert.All(Files(folder.Place(name)), file => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Place(name), file)), File.ReadAllBytes(Path.Combine(other.Place(name), file))));
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await folder.BeginAsync();
        await Exchange.ExportAsync(folder.Place("a.csv"), default);
        ImportReport report = await Exchange.ImportAsync(folder.Place("a.csv"), default);
        Assert.Equal(new ImportReport(6, 0, 0, 6, report.Problems), report);
        Assert.Empty(report.Problems);
        Assert.Empty(await folder.Get<IArticleStore>().ListAsync(default));
    }

    [Fact]
    public async Task Good_rows_are_kept_and_broken_ones_named_by_line_and_column()
    {
        await folder.BeginAsync();
        await File.WriteAllTextAsync(folder.Place("a.csv"), """
            ID;locale;title;questions;answer;valid_until;colour
            parking;en;Parking;"where can i park
            is there a car park";Behind the shop.;;
            parking;fr;Parken;wo;Hinten.;;
            sale;en;Sale;when is the sale;In winter.;soon;
            empty;zh;空;问题;;;
            parking;en;Again;again;Again.;;

            """);
        ImportReport report = await Exchange.ImportAsync(folder.Place("a.csv"), default);
        Assert.Equal((5, 1), (report.Read, report.Added));
        Assert.Equal(
            [(1, "colour"), (4, "locale"), (5, "valid_until"), (6, "answer"), (7, "id")],
            report.Problems.Select(problem => (problem.Line, problem.Column ?? "")).Order());
        Assert.Equal(2, FrontMatter.Read("", (await folder.Get<ArticleDesk>().FindAsync(new ArticleKey("parking", "en"), default))!.Text).Header?.Questions.Count);
    }

    [Theory]
    [InlineData("title;answer\nA;B\n", "id")]
    [InlineData("", "id")]
    [InlineData("id,locale\n\"unclosed,en\n", "id")]
    public async Task A_file_that_is_no_table_of_articles_is_told(string content, string column)
    {
        await folder.BeginAsync();
        await File.WriteAllTextAsync(folder.Place("a.csv"), content);
        ImportReport report = await Exchange.ImportAsync(folder.Place("a.csv"), default);
        Assert.Equal((0, column), (report.Added, report.Problems[0].Column));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void No_cell_runs_as_a_formula_and_all_read_back(string cell, string written)
    {
        Assert.Equal(written, FormulaGuard.Guard(cell));
        Assert.Equal(cell, FormulaGuard.Unguard(written));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Files(string path) => File.Exists(path) ? [""] : Directory.GetFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file));
}
