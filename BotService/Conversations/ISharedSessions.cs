namespace SupportBot.Conversations;

/// <summary>
/// Copies of conversations that all nodes share, so that a turn on any node starts without the database. A copy may be old or gone:
/// every write is checked by version.
/// </summary>
internal interface ISharedSessions
{
    ValueTask<Conversation?> FindAsync(string conversationId);

    /// <summary>Keeps a copy unless a newer one is there. Nobody waits for it.</summary>
    void Keep(Conversation conversation);

    void Forget(string conversationId);
}
