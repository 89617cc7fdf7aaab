using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Channels;

/// <summary>A file, picture or card of an activity; either <see cref="ContentUrl"/> or <see cref="Content"/>, not both.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; set; }
    public string? ContentUrl { get; set; }
    public JsonElement? Content { get; set; }
    public string? Name { get; set; }
    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

internal sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; set; }
    public IReadOnlyList<CardAction>? Actions { get; set; }
}

internal sealed record CardAction
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public string? Image { get; set; }
    public string? Text { get; set; }
    public string? DisplayText { get; set; }
    public JsonElement? Value { get; set; }
    public JsonElement? ChannelData { get; set; }
}
