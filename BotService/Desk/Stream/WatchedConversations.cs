using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Desk.Inbox;

namespace SupportBot.Desk.Stream;

/// <summary>
/// What a page sees besides the journal of the conversation it has open: typing, what the shopper is writing where the store
/// allows it, and the messages of a conversation that the bot has, which the journal does not follow.
/// </summary>
internal sealed class WatchedConversations(ConversationFeed feed, INodeNews others, IConversationStore store, DeskNotices notices, DeskSockets sockets, IOptions<DeskOptions> options)
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DeskSocket, Watch> watches = [];

    public async Task WatchAsync(DeskSocket socket, string? before, string? now)
    {
        if (before == now)
        {
            return;
        }

        if (watches.TryGetValue(socket, out Watch? old))
        {
            watches.Remove(socket);
            old.Dispose();
        }

        if (now is not null && await store.FindAsync(now, CancellationToken.None) is { } conversation)
        {
            Watch watch = new(this, store, notices, socket, now, conversation.LastSequence);
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

    private byte[]? MomentOf(string conversationId, ReadOnlyMemory<byte> shown)
    {
        Activity? activity = JsonSerializer.Deserialize(shown.Span, WireJson.Compact.Activity);
        return activity is not { Type: ActivityTypes.Typing, From.Role: "user" } ? null
            : options.Value.Peek && activity.Text is { Length: > 0 } text ? notices.Json(new PeekEvent(conversationId, text))
            : notices.Json(new TypingEvent(conversationId, JsonValue.Create("shopper")));
    }

    private sealed class Watch(WatchedConversations owner, IConversationStore store, DeskNotices notices, DeskSocket socket, string conversationId, long watermark) : IFeedReader, IDisposable
    {
        private readonly SemaphoreSlim reading = new(1, 1);
        private IDisposable? following;
        private long watermark = watermark;

        public void Begin(ConversationFeed feed) => following = feed.Follow(conversationId, this);

        public void Wake() => _ = ReadAsync();

        public void Show(ReadOnlyMemory<byte> activity)
        {
            if (owner.MomentOf(conversationId, activity) is { } moment)
            {
                socket.Show(moment);
            }
        }

        public void Dispose() => following?.Dispose();

        private async Task ReadAsync()
        {
            await reading.WaitAsync();
            try
            {
                if (await store.FindAsync(conversationId, CancellationToken.None) is not { } conversation)
                {
                    return;
                }

                foreach (Message message in conversation.Owner == Owner.Bot ? await store.ReadAsync(conversationId, watermark, 100, CancellationToken.None) : [])
                {
                    socket.Show(notices.Json(new MessageEvent(conversationId, MessageDocument.Of(message))));
                }

                watermark = conversation.LastSequence;
            }
            finally
            {
                reading.Release();
            }
        }
    }
}
