using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Forms;

/// <summary>What a form says and offers in one language (<c>Forms/Words/ID.json</c>, both languages side by side); what it lacks it takes from those that all forms share.</summary>
internal sealed class FormWords
{
    /// <summary>The words all forms share.</summary>
    public const string Shared = "common";

    private const string Folder = "SupportBot.Dialogs.Forms.Words.";

    private readonly Dictionary<string, string> says;
    private readonly Dictionary<string, WordedChoice[]> choices;
    private readonly FormWords? shared;
    private readonly Lazy<Regex?> starts;
    private readonly Dictionary<string, Lazy<Regex?>> topics;

    private FormWords(FormWordsFile file, FormWords? shared, Func<string, string> withFacts)
    {
        says = file.Says.ToDictionary(pair => pair.Key, pair => withFacts(pair.Value));
        choices = file.Choices.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Select(choice => new WordedChoice(choice.Key, choice.Value[0], [.. choice.Value])).ToArray());
        starts = new Lazy<Regex?>(() => Pattern(file.Starts));
        topics = file.Topics.ToDictionary(pair => pair.Key, pair => new Lazy<Regex?>(() => Pattern(pair.Value)));
        this.shared = shared;
    }

    public static Dictionary<string, FormWords> LoadAll(string locale, Func<string, string> withFacts)
    {
        Dictionary<string, FormWords> all = [];
        FormWords shared = new(Read($"{Folder}{Shared}.json")[locale], null, withFacts);
        all[Shared] = shared;
        foreach (string resource in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            all.TryAdd(resource[Folder.Length..^".json".Length], new FormWords(Read(resource)[locale], shared, withFacts));
        }

        return all;
    }

    /// <summary>The words of a key, each <c>{name}</c> replaced by its value.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string text = Find(key) ?? throw new InvalidDataException($"The words of the forms lack \"{key}\".");
        if (values.IsEmpty)
        {
            return text;
        }

        StringBuilder said = new(text);
        foreach ((string name, string value) in values)
        {
            said.Replace($"{{{name}}}", value);
        }

        return said.ToString();
    }

    public string? Find(string key) => says.TryGetValue(key, out string? text) ? text : shared?.Find(key);

    /// <summary>Whether a message asks for this form in one of the ways that are its own.</summary>
    public bool Starts(string text) => starts.Value?.IsMatch(text) ?? false;

    /// <summary>Whether a message asks for a topic that is no form: a person, a product, stock.</summary>
    public bool Asks(string topic, string text) => topics.TryGetValue(topic, out Lazy<Regex?>? ways) && (ways.Value?.IsMatch(text) ?? false);

    /// <summary>The choices of a slot in the order of the file.</summary>
    public IReadOnlyList<WordedChoice> Choices(string slot) =>
        choices.TryGetValue(slot, out WordedChoice[]? own) ? own
        : shared?.Choices(slot) ?? throw new InvalidDataException($"The words of the forms lack the choices of \"{slot}\".");

    // Linear in the text, so that no limit of time is needed.
    private static Regex? Pattern(IReadOnlyList<string> ways) =>
        ways.Count == 0 ? null : new Regex(string.Join('|', ways), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IReadOnlyDictionary<string, FormWordsFile> Read(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidDataException($"{resource} is missing.");
        return JsonSerializer.Deserialize(stream, PhraseFileJson.Default.IReadOnlyDictionaryStringFormWordsFile) ?? throw new InvalidDataException($"{resource} is empty.");
    }
}

/// <param name="Key">What is stored and reported.</param>
/// <param name="Title">Short, fit for a button.</param>
/// <param name="Words">What a shopper says for it, the title first.</param>
internal sealed record WordedChoice(string Key, string Title, IReadOnlyList<string> Words);

/// <remarks>Its properties can be set because the generated reader gives an init-only one that is left out the value null.</remarks>
internal sealed record FormWordsFile
{
    public IReadOnlyDictionary<string, string> Says { get; set; } = new Dictionary<string, string>();

    /// <summary>Regular expressions without look-around: ways to ask for the form that need no article to be understood.</summary>
    public IReadOnlyList<string> Starts { get; set; } = [];

    /// <summary>The same for topics that are no forms.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>By slot and key: the title, then what else a shopper says for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Choices { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();
}
