using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Desk.Inbox;

namespace SupportBot.Desk.Stream;

/// <summary>What one page of the desk is shown of the conversation it has open, besides the journal.</summary>
internal sealed class ConversationWatch(DeskSocket socket, string conversationId, long watermark, WatchSources at) : IFeedReader, IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private IDisposable? following;
    private long watermark = watermark;
    private ViewedPage? page;

    public void Begin(ConversationFeed feed) => following = feed.Follow(conversationId, this);

    public void Wake() => _ = ReadAsync();

    public void Show(ReadOnlyMemory<byte> activity)
    {
        if (JsonSerializer.Deserialize(activity.Span, WireJson.Compact.Activity) is not { Type: ActivityTypes.Typing, From.Role: "user" } typing)
        {
            return;
        }

        socket.Show(at.Notices.Json(new TypingEvent(conversationId, JsonValue.Create("shopper"))));
        if (at.Options.Peek && typing.Text is { Length: > 0 } text)
        {
            _ = PeekAsync(text);
        }
    }

    public void Dispose() => following?.Dispose();

    // What is not sent yet is for the agent who has the chat, and for nobody else who looks on.
    private async Task PeekAsync(string text)
    {
        if (await at.Desk.FindAsync([conversationId], null, CancellationToken.None) is [{ Assignment: { Owner: Owner.Agent } held }] && held.AgentId == socket.Member.Id)
        {
            socket.Show(at.Notices.Json(new PeekEvent(conversationId, text)));
        }
    }

    private async Task ReadAsync()
    {
        await reading.WaitAsync();
        try
        {
            if (await at.Store.FindAsync(conversationId, CancellationToken.None) is not { } conversation)
            {
                return;
            }

            foreach (Message message in conversation.Owner == Owner.Bot ? await at.Store.ReadAsync(conversationId, watermark, 100, CancellationToken.None) : [])
            {
                socket.Show(at.Notices.Json(new MessageEvent(conversationId, MessageDocument.Of(message))));
            }

            watermark = conversation.LastSequence;
            if (await at.Pages.OfAsync(conversationId, CancellationToken.None) is { } viewed && viewed != page)
            {
                page = viewed;
                socket.Show(at.Notices.Json(new PageEvent(conversationId, viewed)));
            }
        }
        finally
        {
            reading.Release();
        }
    }
}

/// <summary>Where a watch reads.</summary>
internal sealed record WatchSources(IConversationStore Store, IDeskStore Desk, IViewedPages Pages, DeskNotices Notices, DeskOptions Options);
