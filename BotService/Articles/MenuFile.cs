using SupportBot.Dialogs;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportBot.Articles;

/// <summary>Reads <c>menu.yaml</c>: the sections of the guided menu and the articles in each.</summary>
internal static class MenuFile
{
    private const int LongestList = 9;

    public static IReadOnlyList<MenuSection> Load(string path, IReadOnlyList<Article> articles, List<ArticleProblem> problems)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            IDeserializer yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            List<Section> sections = yaml.Deserialize<List<Section>>(File.ReadAllText(path)) ?? [];
            HashSet<string> known = [.. articles.Select(article => article.Id)];
            foreach (string id in sections.SelectMany(section => section.Articles).Where(id => !known.Contains(id)))
            {
                problems.Add(new ArticleProblem(path, 0, $"There is no article '{id}'. Correct the name or take it out of the menu."));
            }

            foreach (Section section in sections.Where(section => !ArticleLibrary.Locales.All(section.Title.ContainsKey)))
            {
                problems.Add(new ArticleProblem(path, 0, $"A section with {string.Join(", ", section.Articles)} lacks a title in one language; it is left out."));
            }

            return [.. sections
                .Where(section => ArticleLibrary.Locales.All(section.Title.ContainsKey))
                .Take(LongestList)
                .Select(section => new MenuSection(section.Title, [.. section.Articles.Where(known.Contains).Take(LongestList)]))];
        }
        catch (YamlException error)
        {
            problems.Add(new ArticleProblem(path, (int)error.Start.Line, $"The menu cannot be read: {error.Message}"));
            return [];
        }
    }

    private sealed class Section
    {
        public Dictionary<string, string> Title { get; set; } = [];

        public List<string> Articles { get; set; } = [];
    }
}
