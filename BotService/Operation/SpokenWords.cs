using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs;

namespace SupportBot.Operation;

/// <summary>What a capability says to shoppers in both languages: a file a language in its <c>Words</c> folder, such as <c>queue-en.json</c> and <c>queue-zh.json</c>.</summary>
/// <param name="name">The files' name without language, with its room, such as <c>Desk.Words.queue</c>.</param>
internal sealed class SpokenWords(string name)
{
    private readonly Dictionary<string, Dictionary<string, string>> words = new()
    {
        [Language.English] = Load(name, Language.English),
        [Language.Chinese] = Load(name, Language.Chinese),
    };

    /// <summary>The words of a key, each <c>{name}</c> replaced by its value.</summary>
    public string Say(string? locale, string key, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        string text = words[Language.OfClient(locale)][key];
        foreach ((string placeholder, string? value) in values)
        {
            text = text.Replace($"{{{placeholder}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, string> Load(string name, string locale)
    {
        string resource = $"SupportBot.{name}-{locale}.json";
        using Stream stream = typeof(SpokenWords).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidDataException($"{resource} cannot be read.");
        return JsonSerializer.Deserialize(stream, SpokenWordsJson.Default.DictionaryStringString) ?? [];
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SpokenWordsJson : JsonSerializerContext;
