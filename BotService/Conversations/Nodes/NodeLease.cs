using SupportBot.Operation;

namespace SupportBot.Conversations.Nodes;

/// <summary>
/// This node's lease. A node that was frozen finds it ended when it wakes, and begins another; what it had decided before is refused
/// by the store, because another node may have decided it meanwhile.
/// </summary>
internal sealed class NodeLease
{
    private volatile string current = RandomId.New();

    /// <summary>What a decision is made under: read before whatever the decision depends on.</summary>
    public string Current
    {
        get => current;
        set => current = value;
    }
}
