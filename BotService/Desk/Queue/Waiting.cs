using SupportBot.Dialogs;

namespace SupportBot.Desk.Queue;

/// <summary>A conversation that waits and is offered to nobody, as the routing sees it.</summary>
internal sealed record Waiting
{
    public required string ConversationId { get; init; }

    public required string Channel { get; init; }

    public string? Locale { get; init; }

    public HandOffPriority Priority { get; init; }

    public string? Skill { get; init; }

    public string? TeamId { get; init; }

    /// <summary>Who had it last.</summary>
    public string? LastAgent { get; init; }

    /// <summary>Since when it waits this time: what the requirements relax by.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>What the order goes by.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    public IReadOnlyList<string> PassedBy { get; init; } = [];
}
