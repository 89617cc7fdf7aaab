namespace SupportBot.Desk.Replies;

/// <summary>A reply kept ready, with <c>{{…}}</c> where the names go. Set by the serializer, as <see cref="Shifts.ShiftPlan"/>.</summary>
internal sealed record CannedReply
{
    /// <summary>Said by itself when an agent accepts.</summary>
    public const string Greeting = "greeting";

    public static readonly IReadOnlyList<string> Stages = ["opening", "follow-up", "closing", Greeting];

    public string Id { get; set; } = "";
    public string Shortcut { get; set; } = "";
    public required string Title { get; set; }
    public required string Text { get; set; }
    public required string Locale { get; set; }

    /// <summary><c>shared</c> or <c>personal</c>.</summary>
    public string Scope { get; set; } = "shared";

    /// <summary>When in a conversation it fits; null for any time.</summary>
    public string? Stage { get; set; }

    /// <summary>Compared at every change.</summary>
    public long Version { get; set; }

    public bool IsShared => Scope == "shared";

    public bool IsRight =>
        Title is { Length: > 0 and <= 120 } && Text is { Length: > 0 and <= 5_000 } && Locale is "en" or "zh" && Shortcut is { Length: <= 40 }
        && Scope is "shared" or "personal" && (Stage is null || Stages.Contains(Stage));
}
