using SupportBot.Dialogs.Persons;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportBot.Articles;

/// <summary>Reads <c>words.yaml</c>: the words by which the bot knows anger, danger and repetition.</summary>
internal static class WordFile
{
    public static WordLists Load(string path, List<ArticleProblem> problems)
    {
        if (!File.Exists(path))
        {
            return WordLists.Empty;
        }

        try
        {
            Lists lists = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Lists>(File.ReadAllText(path)) ?? new Lists();
            return new WordLists(All(lists.Angry), All(lists.Severe), All(lists.Repeated));
        }
        catch (YamlException error)
        {
            problems.Add(new ArticleProblem(path, (int)error.Start.Line, $"The word lists cannot be read: {error.Message}"));
            return WordLists.Empty;
        }
    }

    private static string[] All(Dictionary<string, List<string>> byLanguage) => [.. byLanguage.Values.SelectMany(words => words).Where(word => !string.IsNullOrWhiteSpace(word))];

    private sealed class Lists
    {
        public Dictionary<string, List<string>> Angry { get; set; } = [];

        public Dictionary<string, List<string>> Severe { get; set; } = [];

        public Dictionary<string, List<string>> Repeated { get; set; } = [];
    }
}
