using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SupportBot.Dialogs;

namespace SupportBot.Operation;

/// <summary>The sentences of all rooms' refusals in one language.</summary>
internal sealed class RefusalWords
{
    private static readonly RefusalWords English = Load(Language.English);
    private static readonly RefusalWords Chinese = Load(Language.Chinese);

    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Codes => sentences.Keys;

    public static RefusalWords Of(string locale) => locale == Language.Chinese ? Chinese : English;

    /// <summary>The sentence, with <c>{name}</c> replaced by the value of that name; the bare code when there is none.</summary>
    public string Sentence(string code, IReadOnlyDictionary<string, JsonNode?> values)
    {
        string sentence = sentences.GetValueOrDefault(code, code);
        foreach ((string name, JsonNode? value) in values)
        {
            sentence = sentence.Replace($"{{{name}}}", value?.ToString() ?? "", StringComparison.Ordinal);
        }

        return sentence;
    }

    private static RefusalWords Load(string locale)
    {
        RefusalWords words = new();
        Assembly assembly = typeof(RefusalWords).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".Words.refusals-{locale}.json", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} cannot be read.");
            foreach ((string code, string sentence) in JsonSerializer.Deserialize(stream, RefusalWordsJson.Default.DictionaryStringString) ?? [])
            {
                words.sentences.Add(code, sentence);
            }
        }

        return words;
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class RefusalWordsJson : JsonSerializerContext;
