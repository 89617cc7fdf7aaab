using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Dialogs.Products;

/// <summary>The words around products that steer a search, in both languages: the language's, not the store's.</summary>
internal static class SearchGrammar
{
    private const string Stop = "stop";

    private static readonly Dictionary<string, Dictionary<string, string[]>> Words = Load();

    public static void AddTo(Vocabulary vocabulary)
    {
        foreach ((string name, Dictionary<string, string[]> byLanguage) in Words)
        {
            TermKind kind = name == Stop ? TermKind.Stop : TermKind.Cue;
            string key = name == Stop ? Stop : Enum.Parse<Cue>(name, ignoreCase: true).ToString();
            foreach (string phrase in byLanguage.Values.SelectMany(words => words))
            {
                vocabulary.Add(phrase, kind, key);
            }
        }
    }

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using Stream stream = typeof(SearchGrammar).Assembly.GetManifestResourceStream("SupportBot.Dialogs.Words.catalogue.json")
            ?? throw new InvalidDataException("Words/catalogue.json is not in the assembly.");
        return JsonSerializer.Deserialize(stream, SearchGrammarJson.Default.DictionaryStringDictionaryStringStringArray) ?? [];
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string[]>>))]
internal sealed partial class SearchGrammarJson : JsonSerializerContext;
