using System.Text.Json;
using SupportBot.Recognizers;

namespace SupportBot.Commands;

/// <summary>Runs every specification file below a directory, named by its path without the ending.</summary>
internal static class RecognizeSpecFiles
{
    public static SortedDictionary<string, RecognizeSpecScore> Score(string directory, Func<string, bool>? chooses = null)
    {
        SortedDictionary<string, RecognizeSpecScore> scores = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(directory, "*.json", SearchOption.AllDirectories))
        {
            string name = Path.ChangeExtension(Path.GetRelativePath(directory, path), null).Replace('\\', '/');
            using JsonDocument document = Read(path);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                scores[name] = ScoreFile(name, document.RootElement, chooses ?? (_ => true));
        }

        return scores;
    }

    private static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is no JSON: {error.Message}", error);
        }
    }

    private static RecognizeSpecScore ScoreFile(string name, JsonElement cases, Func<string, bool> chooses)
    {
        RecognizeSpecScore score = new(0, 0, 0, 0);
        bool supported = RecognizeSpecModels.TryFind(name, out Kinds kind, out Culture culture);
        foreach (JsonElement element in cases.EnumerateArray())
        {
            RecognizeSpecCase specCase = new(element);
            if (chooses(specCase.Input))
                score += supported && specCase.IsSupported ? ScoreCase(specCase, kind, culture) : new RecognizeSpecScore(1, 0, 0, 1);
        }

        return score;
    }

    private static RecognizeSpecScore ScoreCase(RecognizeSpecCase specCase, Kinds kind, Culture culture)
    {
        IReadOnlyList<Recognition> found = Recognizer.Recognize(specCase.Input, culture, kind, specCase.Reference);
        (bool spans, bool all) = specCase.Compare(found, kind);
        return new RecognizeSpecScore(1, all ? 1 : 0, spans ? 1 : 0, 0);
    }
}
