using System.Globalization;
using System.Text.Json;
using SupportBot.Recognizers;

namespace SupportBot.Commands;

/// <summary>One case of a Recognizers-Text specification file, compared as the official .NET tests compare it.</summary>
internal sealed class RecognizeSpecCase(JsonElement specification)
{
    public string Input => Member(specification, "Input")?.GetString() ?? "";

    public bool IsSupported => Member(specification, "NotSupported") is not { ValueKind: JsonValueKind.String } skipped
        || !skipped.GetString()!.Split(',', StringSplitOptions.TrimEntries).Contains("dotnet");

    public DateTime Reference =>
        Member(specification, "Context") is { ValueKind: JsonValueKind.Object } context
        && Member(context, "ReferenceDateTime")?.GetString() is { Length: > 0 } written
            ? DateTime.Parse(written, CultureInfo.InvariantCulture)
            : new DateTime(2019, 1, 1);

    private bool IgnoresResolution => Member(specification, "IgnoreResolution") is { ValueKind: JsonValueKind.True };

    private JsonElement[] Expected => Member(specification, "Results") is { ValueKind: JsonValueKind.Array } results
        ? [.. results.EnumerateArray()]
        : [];

    /// <summary>Whether the same things were found at the same places, and whether they also mean the same.</summary>
    public (bool Spans, bool All) Compare(IReadOnlyList<Recognition> actual, Kinds kind)
    {
        JsonElement[] expected = Expected;
        if (expected.Length != actual.Count)
            return (false, false);
        bool meanings = true;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!SameSpan(expected[i], actual[i]))
                return (false, false);
            meanings &= IgnoresResolution || RecognizeSpecResolution.Same(Member(expected[i], "Resolution"), actual[i], kind);
        }

        return (true, meanings);
    }

    /// <summary>A member by name in any case, as the files spell some names both ways; null where absent or JSON null.</summary>
    public static JsonElement? Member(JsonElement element, string name)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
        }

        return null;
    }

    private static bool SameSpan(JsonElement expected, Recognition actual) =>
        Member(expected, "Text")?.GetString() == actual.Text
        && Member(expected, "TypeName")?.GetString() == actual.TypeName
        && (Member(expected, "Start") is not { } start || start.GetInt32() == actual.Start)
        && (Member(expected, "End") is not { } end || end.GetInt32() == actual.End);
}
