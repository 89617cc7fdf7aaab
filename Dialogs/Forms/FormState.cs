namespace SupportBot.Dialogs.Forms;

/// <summary>What a form waits for.</summary>
public enum FormStage
{
    /// <summary>For the value of the slot last asked for.</summary>
    Filling,

    /// <summary>For a yes to the summary.</summary>
    Confirming,

    /// <summary>For the name of what shall be changed.</summary>
    Changing,

    /// <summary>For a yes to going on after a long pause or an interruption.</summary>
    Resuming,
}

/// <summary>A form as far as it is filled in; stored within <see cref="DialogState"/>.</summary>
public sealed record FormState
{
    /// <summary>The form's name, which is the topic that starts it.</summary>
    public required string Id { get; init; }

    public FormStage Stage { get; init; }

    /// <summary>The slot last asked for.</summary>
    public string? Asked { get; init; }

    /// <summary>By the slot's name. An empty value was passed over.</summary>
    public IReadOnlyDictionary<string, string> Values { get => field ?? new Dictionary<string, string>(); init; } = new Dictionary<string, string>();

    /// <summary>The values offered with the question, chosen by number.</summary>
    public IReadOnlyList<string> Options { get => field ?? []; init; } = [];

    /// <summary>The slots asked for so far, for "back".</summary>
    public IReadOnlyList<string> Path { get => field ?? []; init; } = [];

    /// <summary>Answers in a row that did not fit.</summary>
    public int Misses { get; init; }

    /// <summary>When it was last touched, in the store's time zone.</summary>
    public DateTime TouchedAt { get; init; }
}
