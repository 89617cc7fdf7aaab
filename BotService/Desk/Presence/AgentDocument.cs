using SupportBot.Access;

namespace SupportBot.Desk.Presence;

/// <summary>An agent as colleagues see them.</summary>
internal sealed record AgentDocument
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What is so, not what was last chosen: somebody without a page is off.</summary>
    public PresenceState State { get; init; }
    public DateTimeOffset? Since { get; init; }
    public int Load { get; init; }
    public int Capacity { get; init; }
    public IReadOnlyList<StaffSkill> Skills { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Teams { get; init; } = [];
}
