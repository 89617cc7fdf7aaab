using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>One conversation: what the desk knows of it, and its messages.</summary>
internal static class ConversationRoute
{
    private const int HistoryLimit = 20;

    public static void MapConversation(this RouteGroupBuilder desk)
    {
        desk.MapGet("/conversations/{id}", Get).WithSummary("A conversation with the shopper's earlier ones");
        desk.MapGet("/conversations/{id}/messages", Messages).WithSummary("Its messages, ascending; without before and after, the latest");
        desk.MapPost("/conversations/{id}/read", Read).WithSummary("Note how far the caller has read");
        desk.MapPut("/conversations/{id}/tags", Tag).RequirePermission(Permission.DeskReply).WithSummary("Replace its tags");
    }

    private static async Task<IResult> Get(string id, StaffMember member, IDeskStore store, IViewedPages pages, CustomerCards cards, CancellationToken cancellation)
    {
        if (await store.FindAsync([id], member.Id, cancellation) is not [var conversation])
        {
            return Refusal.NotFound;
        }

        IReadOnlyList<DeskConversation> earlier = conversation.UserId is { } user ? await store.HistoryAsync(user, id, HistoryLimit, cancellation) : [];
        return TypedResults.Ok(new ConversationDocument(SummaryDocument.Of(conversation))
        {
            Customer = member.May(Permission.CustomersRead) ? await cards.OfConversationAsync(id, member, cancellation) : null,
            Page = await pages.OfAsync(id, cancellation),
            CreatedAt = conversation.CreatedAt,
            History = [.. earlier.Select(HistoryDocument.Of)],
        });
    }

    private static async Task<IResult> Messages(string id, long? before, long? after, int? limit, StaffMember member, IConversationStore store, IDeskStore desk, CancellationToken cancellation)
    {
        int most = Paging.Limit(limit);
        IReadOnlyList<Message> messages = after is { } from
            ? await store.ReadAsync(id, from, most, cancellation)
            : await store.ReadBackAsync(id, before ?? long.MaxValue, most, cancellation);
        if (messages.Count == 0 && await store.FindAsync(id, cancellation) is null)
        {
            return Refusal.NotFound;
        }

        return TypedResults.Ok(new MessagesDocument([.. messages.Select(MessageDocument.Of)], await desk.ReadToAsync(id, member.Id, cancellation)));
    }

    private static async Task<IResult> Read(string id, ReadRequest request, StaffMember member, IDeskStore desk, DeskSignals signals, CancellationToken cancellation)
    {
        await desk.MarkReadAsync(id, member.Id, request.Sequence, cancellation);
        signals.Wake(DeskNews.Journal);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Tag(string id, TagsRequest request, StaffMember member, DeskSignals signals, DeskScope at)
    {
        string[] tags = [.. (request.Tags ?? []).Select(tag => tag?.Trim() ?? "").Distinct()];
        if (tags.Length > 20 || tags.Any(tag => tag.Length is 0 or > 40))
        {
            return Refusal.Invalid("tags", "TagsWrong");
        }

        if (await at.Store.FindAsync([id], member.Id, at.Cancellation) is not [var before])
        {
            return Refusal.NotFound;
        }

        await at.TagAsync(before, tags, member);
        signals.Wake(DeskNews.Journal);
        return await at.Store.FindAsync([id], member.Id, at.Cancellation) is [var found] ? TypedResults.Ok(SummaryDocument.Of(found)) : Refusal.NotFound;
    }
}

internal sealed record ReadRequest(long Sequence);

internal sealed record TagsRequest(IReadOnlyList<string?>? Tags);

internal sealed record MessagesDocument(IReadOnlyList<MessageDocument> Items, long ReadTo);
