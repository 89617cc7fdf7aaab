using Microsoft.Extensions.Caching.Memory;

namespace SupportBot.Conversations;

/// <summary>Conversations as this node last saw them, so that a turn need not read the database. May be stale: every write is checked by version.</summary>
internal sealed class Sessions(IConversationStore store, ISharedSessions shared) : IDisposable
{
    private const int Kept = 50_000;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Kept });

    public async ValueTask<Conversation?> LoadAsync(string conversationId, CancellationToken cancellation)
    {
        if (cache.TryGetValue(conversationId, out Conversation? known))
        {
            return known;
        }

        Conversation? copy = await shared.FindAsync(conversationId);
        Conversation? loaded = copy ?? await store.FindAsync(conversationId, cancellation);
        if (loaded is not null)
        {
            KeepHere(loaded);
        }

        return loaded;
    }

    /// <summary>Keeps what has just been written, for this node and the others.</summary>
    public void Keep(Conversation conversation)
    {
        KeepHere(conversation);
        shared.Keep(conversation);
    }

    /// <summary>What was known has turned out to be old.</summary>
    public void Forget(string conversationId)
    {
        ForgetHere(conversationId);
        shared.Forget(conversationId);
    }

    public void ForgetHere(string conversationId) => cache.Remove(conversationId);

    public void Dispose() => cache.Dispose();

    private void KeepHere(Conversation conversation) => cache.Set(conversation.Id, conversation, new MemoryCacheEntryOptions { Size = 1 });
}
