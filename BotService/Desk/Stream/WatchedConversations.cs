using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk.Inbox;

namespace SupportBot.Desk.Stream;

/// <summary>
/// What a page sees besides the journal of the conversation it has open: typing, what the shopper is writing where the store
/// allows it, at which page they are, and the messages of a conversation that the bot has, which the journal does not follow.
/// </summary>
internal sealed class WatchedConversations(
    ConversationFeed feed,
    INodeNews others,
    IConversationStore store,
    IDeskStore desk,
    IViewedPages pages,
    DeskNotices notices,
    DeskSockets sockets,
    IOptions<DeskOptions> options)
{
    private readonly ConditionalWeakTable<DeskSocket, ConversationWatch> watches = [];
    private readonly WatchSources sources = new(store, desk, pages, notices, options.Value);

    public async Task WatchAsync(DeskSocket socket, string? before, string? now)
    {
        if (before == now)
        {
            return;
        }

        if (watches.TryGetValue(socket, out ConversationWatch? old))
        {
            watches.Remove(socket);
            old.Dispose();
        }

        if (now is not null && await store.FindAsync(now, CancellationToken.None) is { } conversation)
        {
            ConversationWatch watch = new(socket, now, conversation.LastSequence, sources);
            watch.Begin(feed);
            watches.Add(socket, watch);
        }
    }

    /// <summary>Tells colleagues who have the same conversation open that the socket's agent writes in it, or no longer does.</summary>
    public void TellComposing(DeskSocket from, bool composing)
    {
        if (from.Watching is not { } id)
        {
            return;
        }

        byte[] moment = notices.Json(new ComposingEvent(id, new PersonDocument(from.Member.Id, from.Member.Name), composing));
        sockets.Show(moment, socket => socket.Watching == id && socket.Member.Id != from.Member.Id);
        others.Tell(new NodeNews(NodeNewsKind.DeskMoment, id, moment));
    }

    /// <summary>Shows what another node tells to the pages that have the conversation open here.</summary>
    public void ShowHere(string conversationId, byte[] moment)
    {
        string? author = JsonSerializer.Deserialize(moment, DeskJson.Default.ComposingEvent)?.Agent.Id;
        sockets.Show(moment, socket => socket.Watching == conversationId && socket.Member.Id != author);
    }
}
