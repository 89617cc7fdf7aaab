using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;

namespace SupportBot.Desk.Stream;

/// <summary>Turns rows of the journal into what sockets send. What has changed again since is told as it is now.</summary>
internal sealed class DeskNotices(IDeskStore desk, IConversationStore store, IAgentStore agents, IOptions<JsonOptions> json)
{
    private const int MostMessages = 50;

    public async Task<IReadOnlyList<DeskNotice>> OfAsync(IReadOnlyList<DeskEvent> events, CancellationToken cancellation)
    {
        string[] ids = [.. events.Select(row => row.ConversationId).OfType<string>().Distinct()];
        Dictionary<string, DeskConversation> conversations = ids.Length == 0 ? [] : (await desk.FindAsync(ids, null, cancellation)).ToDictionary(found => found.Id);
        IReadOnlyList<AgentDocument> present = events.Any(row => row.Kind == DeskEventKind.Agent) ? await agents.ListAsync(cancellation) : [];
        List<DeskNotice> notices = [];
        foreach (DeskEvent row in events)
        {
            DeskNotice? notice = row.Kind switch
            {
                DeskEventKind.Conversation => conversations.TryGetValue(row.ConversationId ?? "", out DeskConversation? found) ? await OfAsync(row, found, cancellation) : null,
                DeskEventKind.Agent => present.FirstOrDefault(agent => agent.Id == row.AgentId) is { } agent ? new DeskNotice(row, null, null, Json(new AgentEvent(agent)), [], null) : null,
                DeskEventKind.Canned => new DeskNotice(row, null, null, Json(new CannedEvent()), [], null),
                DeskEventKind.Ticket => row.Payload is { } ticket ? new DeskNotice(row, null, null, [.. "{\"type\":\"ticket\",\"summary\":"u8, .. ticket, .. "}"u8], [], null) : null,
            };
            if (notice is not null)
            {
                notices.Add(notice);
            }
        }

        return notices;
    }

    public byte[] Json<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, (JsonTypeInfo<T>)json.Value.SerializerOptions.GetTypeInfo(typeof(T)));

    private async Task<DeskNotice> OfAsync(DeskEvent row, DeskConversation conversation, CancellationToken cancellation)
    {
        IReadOnlyList<Message> messages = row.FirstSequence is { } first && row.LastSequence is { } last
            ? await store.ReadAsync(conversation.Id, first - 1, (int)Math.Min(last - first + 1, MostMessages), cancellation)
            : [];
        SummaryDocument summary = SummaryDocument.Of(conversation);
        return new DeskNotice(
            row,
            summary.Owner,
            summary.Offer?.AgentId,
            Json(new ConversationEvent(summary)),
            [.. messages.Select(message => Json(new MessageEvent(conversation.Id, MessageDocument.Of(message))))],
            summary.Offer is { } offer ? Json(new OfferEvent(conversation.Id, offer.Until, summary)) : null);
    }
}
