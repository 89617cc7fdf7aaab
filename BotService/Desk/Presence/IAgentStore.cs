using SupportBot.Conversations;

namespace SupportBot.Desk.Presence;

/// <summary>The agents and whether they are there: rows, so that all nodes see the same.</summary>
internal interface IAgentStore
{
    /// <summary>All who may answer shoppers, by name.</summary>
    ValueTask<IReadOnlyList<AgentDocument>> ListAsync(CancellationToken cancellation);

    /// <summary>What an agent says of themselves; it also counts as a sign of them.</summary>
    Task<DeskNews> SetAsync(string agentId, PresenceState state, TimeSpan thereFor, CancellationToken cancellation);

    /// <summary>Those agents have a page open; those of them of whom there was a sign are awake.</summary>
    Task<DeskNews> RenewAsync(IReadOnlyCollection<string> there, IReadOnlyCollection<string> active, TimeSpan thereFor, CancellationToken cancellation);
}
