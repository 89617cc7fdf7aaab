using SupportBot.Access;
using SupportBot.Conversations;

namespace SupportBot.Storage;

/// <summary>A node that shares nothing with others but the database: no news, no copies, no common counts.</summary>
internal sealed class OneNode : INodeNews, ISharedSessions, ISharedLimits
{
    public void Tell(NodeNews news)
    {
    }

    public ValueTask<Conversation?> FindAsync(string conversationId) => default;

    public void Keep(Conversation conversation)
    {
    }

    public void Forget(string conversationId)
    {
    }

    public ValueTask<TimeSpan?> TakeAsync(params IReadOnlyList<Allowance> allowances) => default;
}
