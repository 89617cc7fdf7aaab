using System.Text.Json.Serialization;
using SupportBot.Dialogs.Forms;
using SupportBot.Dialogs.Products;

namespace SupportBot.Dialogs;

/// <summary>What the bot remembers of a conversation between two turns. Stored as JSON; a field is never reused for another meaning.</summary>
/// <remarks>The generated reader gives a list that is left out the value null, hence the getters: states written before a field existed have none.</remarks>
public sealed record DialogState
{
    public const int MostProofs = 5;

    /// <summary>The shape's version; raised when an old state must be read differently.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The language of the last turn, or null before the first.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether the shopper has been greeted.</summary>
    public bool Greeted { get; init; }

    /// <summary>What a number chooses: article ids, or <c>menu:N</c> for a section of the menu.</summary>
    public IReadOnlyList<string> Offered { get => field ?? []; init; } = [];

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

    /// <summary>The form being filled in.</summary>
    public FormState? Form { get; init; }

    /// <summary>A form that another one interrupted.</summary>
    public FormState? Paused { get; init; }

    /// <summary>What product the talk is about.</summary>
    public ProductQuery? Products { get; init; }

    /// <summary>Ids of the products last shown, for "the second one".</summary>
    public IReadOnlyList<string> ProductsShown { get => field ?? []; init; } = [];

    /// <summary>The e-mail or phone that was accepted for an order, by its number; at most <see cref="MostProofs"/>.</summary>
    public IReadOnlyDictionary<string, string> Proofs { get => field ?? new Dictionary<string, string>(); init; } = new Dictionary<string, string>();

    /// <summary>The order last talked about.</summary>
    public string? Order { get; init; }

    /// <summary>What has been complained about in this conversation: the category, and the order after a space where there is one.</summary>
    public IReadOnlyList<string> Complaints { get => field ?? []; init; } = [];

    /// <summary>Turns taken since the beginning.</summary>
    public long Turns { get; init; }
}

/// <summary>Reads and writes <see cref="DialogState"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DialogState))]
public sealed partial class DialogStateJson : JsonSerializerContext;
