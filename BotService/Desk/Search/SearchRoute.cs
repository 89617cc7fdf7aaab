using System.Globalization;
using SupportBot.Access;
using SupportBot.Customers;
using SupportBot.Desk.Inbox;
using SupportBot.Operation;

namespace SupportBot.Desk.Search;

/// <summary>Search over everything shoppers and people said.</summary>
internal static class SearchRoute
{
    private const string Conversations = "conversations";
    private const string Customers = "customers";
    private const int LongestQuery = 100;

    // Several hits of one conversation are shown as one.
    private const int HitsForOne = 3;
    private const int Around = 60;

    public static void MapSearch(this RouteGroupBuilder desk) =>
        desk.MapGet("/search", ([AsParameters] SearchQuery query, StaffMember member, ISearchStore search, ICustomerStore customers, CancellationToken cancellation) => query.Kind switch
        {
            null or "" or Conversations => FindAsync(query, search, cancellation),
            Customers => FindCustomersAsync(query, member, customers, cancellation),
            _ => Task.FromResult<IResult>(Refusal.Invalid("kind", "KindWrong")),
        }).WithSummary("Conversations in which something was said, or customers by name and contact point; Chinese from one character");

    private static async Task<IResult> FindAsync(SearchQuery query, ISearchStore search, CancellationToken cancellation)
    {
        string text = query.Q?.Trim() ?? "";
        if (text.Length is 0 or > LongestQuery || SearchWords.Query(text) is not { } words)
        {
            return Refusal.Invalid("q", "QueryWrong");
        }

        if (!Paging.TryRead(query.Cursor, long.MaxValue, out long before))
        {
            return Refusal.WrongCursor;
        }

        int limit = Paging.Limit(query.Limit);
        int most = limit * HitsForOne;
        SearchRequest request = new(words) { From = query.From, To = query.To, Agent = query.Agent, Channel = query.Channel, Before = before };
        IReadOnlyList<SearchHit> hits = await search.FindAsync(request, most, cancellation);
        List<SearchHit> first = [.. hits.DistinctBy(hit => hit.Message.ConversationId).Take(limit)];
        bool more = hits.Count == most || first.Count == limit;
        return TypedResults.Ok(new Page<HitDocument>([.. first.Select(hit => Of(hit, text))], more && first.Count > 0 ? first[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> FindCustomersAsync(SearchQuery query, StaffMember member, ICustomerStore customers, CancellationToken cancellation)
    {
        if (!member.May(Permission.CustomersRead))
        {
            return AccessRefusals.NotAllowed;
        }

        string text = query.Q?.Trim() ?? "";
        CustomerCursor? after = string.IsNullOrEmpty(query.Cursor) ? null : CustomerCursor.Read(query.Cursor);
        if (text.Length is 0 or > LongestQuery)
        {
            return Refusal.Invalid("q", "QueryWrong");
        }

        if (after is null && !string.IsNullOrEmpty(query.Cursor))
        {
            return Refusal.WrongCursor;
        }

        int limit = Paging.Limit(query.Limit);
        IReadOnlyList<Customer> found = await customers.SearchAsync(text, after, limit + 1, cancellation);
        return TypedResults.Ok(Paging.Of(found, limit, customer => Of(customer, text, member), customer => new CustomerCursor(customer.UpdatedAt.ToUnixTimeMilliseconds(), customer.Id).ToString()));
    }

    private static HitDocument Of(Customer customer, string query, StaffMember member)
    {
        CustomerCard card = CustomerCard.Of(customer, member.May(Permission.CustomersUnmask), []);
        string snippet = string.Join(" · ", card.Contacts.Select(contact => contact.Value));
        return new HitDocument(Customers, customer.Id, null, customer.Name ?? "", snippet, SearchWords.Matches(snippet, query), customer.UpdatedAt, null);
    }

    private static HitDocument Of(SearchHit hit, string query)
    {
        MessageDocument message = MessageDocument.Of(hit.Message);
        string snippet = Snippet(message.Text, query);
        return new HitDocument(Conversations, hit.Message.ConversationId, message.Sequence, hit.UserId ?? "", snippet, SearchWords.Matches(snippet, query), message.At, message.Sender);
    }

    private static string Snippet(string text, string query)
    {
        int at = SearchWords.Matches(text, query) is [[var start, _], ..] ? start : 0;
        int from = Math.Max(0, at - Around);
        int to = Math.Min(text.Length, at + (2 * Around));
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to += to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }
}

internal sealed record SearchQuery
{
    public string? Kind { get; init; }

    public string? Q { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? Agent { get; init; }

    public string? Channel { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}

/// <param name="Kind">What was found: <c>conversations</c> or <c>customers</c>.</param>
/// <param name="Id">The conversation, or the customer.</param>
/// <param name="Sequence">The message in it; null for a customer, as is the sender.</param>
/// <param name="Title">The shopper.</param>
/// <param name="Snippet">The words around the first match, or the contact points as the caller may see them.</param>
/// <param name="Matches">Starts and ends in the snippet.</param>
/// <param name="At">When it was said, or the file was changed.</param>
/// <param name="Sender">By whom.</param>
internal sealed record HitDocument(string Kind, string Id, long? Sequence, string Title, string Snippet, IReadOnlyList<IReadOnlyList<int>> Matches, DateTimeOffset At, MessageSender? Sender);
