using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs.Forms;

namespace SupportBot.Dialogs;

/// <summary>The bot's own words in one language, and the words it takes as commands.</summary>
public sealed class Phrases
{
    private readonly Dictionary<Phrase, string> says = [];
    private readonly Dictionary<string, SpokenCommand> hears = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormWords> forms;

    private Phrases(string locale, PhraseFile file, Func<string, string> withFacts)
    {
        foreach (Phrase phrase in Enum.GetValues<Phrase>())
        {
            says[phrase] = file.Says.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(phrase.ToString()), out string? text)
                ? withFacts(text)
                : throw new InvalidDataException($"Words/{locale}.json lacks \"{phrase}\".");
        }

        foreach ((string command, IReadOnlyList<string> words) in file.Hears)
        {
            foreach (string word in words)
            {
                hears[word] = Enum.Parse<SpokenCommand>(command, ignoreCase: true);
            }
        }

        forms = FormWords.LoadAll(locale, withFacts);
    }

    public string this[Phrase phrase] => says[phrase];

    /// <summary>The command that the words are, when they are nothing but a command.</summary>
    public SpokenCommand? Hears(string normalized) => hears.TryGetValue(normalized, out SpokenCommand command) ? command : null;

    /// <summary>The words of a form, or those that all of them share.</summary>
    internal FormWords Of(string form) => forms[form];

    /// <summary>The built-in words of a language (<c>en</c> or <c>zh</c>); <paramref name="withFacts"/> puts the store's facts in for <c>{{name}}</c>.</summary>
    public static Phrases Load(string locale, Func<string, string> withFacts)
    {
        using Stream stream = typeof(Phrases).Assembly.GetManifestResourceStream($"SupportBot.Dialogs.Words.{locale}.json")
            ?? throw new ArgumentException($"There are no words for the language '{locale}'.", nameof(locale));
        return new Phrases(locale, JsonSerializer.Deserialize(stream, PhraseFileJson.Default.PhraseFile) ?? new PhraseFile(), withFacts);
    }
}

internal sealed record PhraseFile
{
    public IReadOnlyDictionary<string, string> Says { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hears { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PhraseFile))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, FormWordsFile>))]
internal sealed partial class PhraseFileJson : JsonSerializerContext;
