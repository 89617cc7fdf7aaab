using System.Text.Json.Serialization;

namespace SupportBot.Dialogs;

/// <summary>What the bot remembers of a conversation between two turns. Stored as JSON; a field is never reused for another meaning.</summary>
public sealed record DialogState
{
    /// <summary>The shape's version; raised when an old state must be read differently.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The language of the last turn, or null before the first.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether the shopper has been greeted.</summary>
    public bool Greeted { get; init; }

    /// <summary>What a number chooses: article ids, or <c>menu:N</c> for a section of the menu.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>What is on show, for "repeat": <c>menu</c>, <c>menu:N</c>, <c>choices</c>, <c>refusal</c> or an article's id.</summary>
    public string? Shown { get; init; }

    /// <summary>What "back" returns to.</summary>
    public string? Before { get; init; }

    /// <summary>The article last answered from: the topic of a short follow-up.</summary>
    public string? Topic { get; init; }

    /// <summary>Questions in a row that were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>Whether a waiting shopper has been told how to come back to the bot.</summary>
    public bool QueueNoted { get; init; }

    /// <summary>Turns taken since the beginning.</summary>
    public long Turns { get; init; }
}

/// <summary>Reads and writes <see cref="DialogState"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DialogState))]
public sealed partial class DialogStateJson : JsonSerializerContext;
