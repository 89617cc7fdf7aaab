using Microsoft.Extensions.Caching.Memory;

namespace SupportBot.Conversations;

/// <summary>Conversations as this node last saw them, so that a turn need not read the database. May be stale: every write is checked by version.</summary>
internal sealed class Sessions(IConversationStore store) : IDisposable
{
    private const int Kept = 50_000;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Kept });

    public async ValueTask<Conversation?> LoadAsync(string conversationId, CancellationToken cancellation)
    {
        if (cache.TryGetValue(conversationId, out Conversation? known))
        {
            return known;
        }

        Conversation? loaded = await store.FindAsync(conversationId, cancellation);
        if (loaded is not null)
        {
            Keep(loaded);
        }

        return loaded;
    }

    public void Keep(Conversation conversation) => cache.Set(conversation.Id, conversation, new MemoryCacheEntryOptions { Size = 1 });

    public void Forget(string conversationId) => cache.Remove(conversationId);

    public void Dispose() => cache.Dispose();
}
