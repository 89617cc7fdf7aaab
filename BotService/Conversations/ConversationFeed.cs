using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SupportBot.Conversations;

/// <summary>Somebody who follows a conversation. Both calls only wake: what is new is read from the store beyond the reader's own watermark.</summary>
internal interface IFeedReader
{
    void Wake();

    /// <summary>Something that is shown for a moment and never stored, such as typing.</summary>
    void Show(ReadOnlyMemory<byte> activity);
}

/// <summary>Wakes the readers of a conversation, on this node and by its news on the others.</summary>
internal sealed class ConversationFeed(INodeNews others)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<IFeedReader>> readers = new(StringComparer.Ordinal);

    public IDisposable Follow(string conversationId, IFeedReader reader)
    {
        readers.AddOrUpdate(conversationId, [reader], (_, others) => others.Add(reader));
        return new Following(this, conversationId, reader);
    }

    /// <summary>The conversations somebody follows on this node.</summary>
    public IReadOnlyCollection<string> Followed => [.. readers.Select(pair => pair.Key)];

    public bool IsFollowed(string conversationId) => readers.ContainsKey(conversationId);

    public void Wake(string conversationId)
    {
        WakeHere(conversationId);
        others.Tell(new NodeNews(NodeNewsKind.Conversation, conversationId));
    }

    public void WakeHere(string conversationId)
    {
        foreach (IFeedReader reader in Of(conversationId))
        {
            reader.Wake();
        }
    }

    public void Show(string conversationId, ReadOnlyMemory<byte> activity)
    {
        ShowHere(conversationId, activity);
        others.Tell(new NodeNews(NodeNewsKind.Moment, conversationId, activity));
    }

    public void ShowHere(string conversationId, ReadOnlyMemory<byte> activity)
    {
        foreach (IFeedReader reader in Of(conversationId))
        {
            reader.Show(activity);
        }
    }

    private ImmutableArray<IFeedReader> Of(string conversationId) => readers.TryGetValue(conversationId, out ImmutableArray<IFeedReader> found) ? found : [];

    private void Leave(string conversationId, IFeedReader reader)
    {
        while (readers.TryGetValue(conversationId, out ImmutableArray<IFeedReader> all))
        {
            ImmutableArray<IFeedReader> others = all.Remove(reader);
            bool done = others.IsEmpty
                ? readers.TryRemove(KeyValuePair.Create(conversationId, all))
                : readers.TryUpdate(conversationId, others, all);
            if (done)
            {
                return;
            }
        }
    }

    private sealed class Following(ConversationFeed feed, string conversationId, IFeedReader reader) : IDisposable
    {
        public void Dispose() => feed.Leave(conversationId, reader);
    }
}
