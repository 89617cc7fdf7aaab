using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Shop;

/// <summary>What the shop's news says to a shopper, in both languages (<c>Shop/Words/*.json</c>), by keys such as <c>cancel.done</c> and <c>rule.windowClosed</c>.</summary>
internal sealed class ShopWords
{
    private readonly Dictionary<string, Dictionary<string, string>> byLocale;

    public ShopWords() => byLocale = Articles.ArticleLibrary.Locales.ToDictionary(locale => locale, Load);

    /// <summary>The text with <c>{name}</c>s put in.</summary>
    public string Say(string key, string locale, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        string text = byLocale[Dialogs.Language.OfClient(locale)][key];
        foreach ((string name, string? value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, string> Load(string locale)
    {
        using Stream stream = typeof(ShopWords).Assembly.GetManifestResourceStream($"SupportBot.Shop.Words.{locale}.json")
            ?? throw new InvalidDataException($"Shop/Words/{locale}.json is not in the assembly.");
        return JsonSerializer.Deserialize(stream, ShopWordsJson.Default.DictionaryStringString) ?? [];
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ShopWordsJson : JsonSerializerContext;
