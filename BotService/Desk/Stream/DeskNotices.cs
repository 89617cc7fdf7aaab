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
        ILookup<string, Message> messages = (await store.ReadAsync(PartsOf(events), cancellation)).ToLookup(message => message.ConversationId);
        List<DeskNotice> notices = [];
        foreach (DeskEvent row in events)
        {
            DeskNotice? notice = row.Kind switch
            {
                DeskEventKind.Conversation => conversations.TryGetValue(row.ConversationId ?? "", out DeskConversation? found) ? Of(row, found, messages[found.Id]) : null,
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

    private static LogPart[] PartsOf(IReadOnlyList<DeskEvent> events) =>
        [.. events.Where(row => row.ConversationId is not null && row.FirstSequence is not null).Select(row => new LogPart(row.ConversationId ?? "", row.FirstSequence ?? 0, LastOf(row)))];

    private static long LastOf(DeskEvent row) => Math.Min(row.LastSequence ?? 0, (row.FirstSequence ?? 0) + MostMessages - 1);

    private DeskNotice Of(DeskEvent row, DeskConversation conversation, IEnumerable<Message> messages)
    {
        SummaryDocument summary = SummaryDocument.Of(conversation);
        return new DeskNotice(
            row,
            summary.Owner,
            summary.Offer?.AgentId,
            Json(new ConversationEvent(summary)),
            [.. messages.Where(message => message.Sequence >= row.FirstSequence && message.Sequence <= LastOf(row)).Select(message => Json(new MessageEvent(conversation.Id, MessageDocument.Of(message))))],
            summary.Offer is { } offer ? Json(new OfferEvent(conversation.Id, offer.Until, summary)) : null);
    }
}
