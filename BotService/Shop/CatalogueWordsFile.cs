using SupportBot.Articles;
using SupportBot.Dialogs.Products;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportBot.Shop;

/// <summary>Reads the store's <c>catalogue.yaml</c>: its words for categories, colours, sizes and qualities.</summary>
internal static class CatalogueWordsFile
{
    private const string Name = "catalogue.yaml";

    /// <summary>Of the store's folder, or the demo's as long as the store has none.</summary>
    public static string PathIn(string storeDirectory)
    {
        string own = Path.Combine(storeDirectory, Name);
        return File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "Demo", Name);
    }

    public static (CatalogueWords Words, ArticleProblem? Problem) Load(string path)
    {
        try
        {
            IDeserializer yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            Sections sections = yaml.Deserialize<Sections>(File.ReadAllText(path)) ?? new Sections();
            CatalogueWords words = new()
            {
                Categories = Terms(sections.Categories),
                Colours = Terms(sections.Colours),
                Sizes = Terms(sections.Sizes),
                Qualities = Terms(sections.Qualities),
            };
            return (words, null);
        }
        catch (YamlException error)
        {
            return (new CatalogueWords(), new ArticleProblem(path, (int)error.Start.Line, $"The catalogue's words cannot be read: {error.Message}"));
        }
    }

    private static IReadOnlyList<CatalogueTerm> Terms(Dictionary<string, Term> terms) =>
        [.. terms.Select(term => new CatalogueTerm(term.Key, new Dictionary<string, IReadOnlyList<string>> { ["en"] = term.Value.En, ["zh"] = term.Value.Zh }, term.Value.Within))];

    private sealed class Sections
    {
        public Dictionary<string, Term> Categories { get; set; } = [];

        public Dictionary<string, Term> Colours { get; set; } = [];

        public Dictionary<string, Term> Sizes { get; set; } = [];

        public Dictionary<string, Term> Qualities { get; set; } = [];
    }

    private sealed class Term
    {
        public List<string> En { get; set; } = [];

        public List<string> Zh { get; set; } = [];

        public string? Within { get; set; }
    }
}
