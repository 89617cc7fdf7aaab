using System.Text.Json;

namespace SupportBot.Desk.Stream;

/// <summary>What a page of the desk says over its socket.</summary>
/// <param name="NamesWatched">Whether it says which conversation it has open.</param>
/// <param name="Watching">That conversation, or null for none.</param>
/// <param name="Composing">Whether its agent is writing in it.</param>
/// <param name="All">Whether it wants the changes of all conversations; null when it does not say.</param>
internal sealed record PageReport(bool NamesWatched, string? Watching, bool? Composing, bool? All)
{
    private const int LongestId = 1024;

    /// <summary>Null for what is none.</summary>
    public static PageReport? Read(ReadOnlySpan<byte> frame)
    {
        if (frame.IsEmpty)
        {
            return null;
        }

        try
        {
            Utf8JsonReader reader = new(frame);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            bool named = root.TryGetProperty("watching", out JsonElement watching);
            string? id = named && watching.ValueKind == JsonValueKind.String ? watching.GetString() : null;
            return new PageReport(named, id is { Length: > 0 and <= LongestId } ? id : null, Flag(root, "composing"), Flag(root, "all"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool? Flag(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;
}
