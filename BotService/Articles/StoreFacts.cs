using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace SupportBot.Articles;

/// <summary>The store's facts (<c>store.yaml</c>), put into articles and phrases for <c>{{name}}</c>.</summary>
internal sealed partial class StoreFacts
{
    private readonly Dictionary<string, object> facts;

    private StoreFacts(Dictionary<string, object> facts) => this.facts = facts;

    /// <summary>Reads the file; an absent or broken one gives no facts and says so.</summary>
    public static (StoreFacts Facts, ArticleProblem? Problem) Load(string path)
    {
        if (!File.Exists(path))
        {
            return (new StoreFacts([]), new ArticleProblem(path, 0, "The file is missing: articles cannot show the store's facts. Put it back, or copy the demo store's."));
        }

        try
        {
            return (new StoreFacts(new Deserializer().Deserialize<Dictionary<string, object>>(File.ReadAllText(path)) ?? []), null);
        }
        catch (YamlException error)
        {
            return (new StoreFacts([]), new ArticleProblem(path, (int)error.Start.Line, $"The facts cannot be read: {error.Message}"));
        }
    }

    public string? Find(string name, string locale) => facts.GetValueOrDefault(name) switch
    {
        null => null,
        IDictionary<object, object> byLanguage => byLanguage.TryGetValue(locale, out object? text) ? text?.ToString() : null,
        object same => same.ToString(),
    };

    /// <summary>Puts the facts in; <paramref name="missing"/> hears of each name that has none.</summary>
    public string PutInto(string text, string locale, Action<string> missing) => Variable().Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        if (Find(name, locale) is { } fact)
        {
            return fact;
        }

        missing(name);
        return match.Value;
    });

    [GeneratedRegex(@"\{\{\s*([a-z0-9_.]+)\s*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
