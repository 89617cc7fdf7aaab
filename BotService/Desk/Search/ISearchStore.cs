using SupportBot.Conversations;

namespace SupportBot.Desk.Search;

/// <summary>Finds what was said, by its words.</summary>
internal interface ISearchStore
{
    /// <summary>The newest hits first.</summary>
    ValueTask<IReadOnlyList<SearchHit>> FindAsync(SearchRequest request, int limit, CancellationToken cancellation);

    /// <summary>Messages the index has not read yet, in order, and where they begin and end.</summary>
    ValueTask<Unread> UnreadAsync(int limit, CancellationToken cancellation);

    /// <summary>Takes messages into the index, when no other node has meanwhile.</summary>
    Task IndexAsync(Unread read, IReadOnlyList<(Message Message, string Words)> messages, CancellationToken cancellation);
}

/// <param name="Query">In the index's language.</param>
internal sealed record SearchRequest(string Query)
{
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? Agent { get; init; }

    public string? Channel { get; init; }

    /// <summary>The hit behind which the page begins.</summary>
    public long Before { get; init; } = long.MaxValue;
}

/// <param name="Id">The hit's number, newest highest.</param>
/// <param name="Message">What was said.</param>
/// <param name="UserId">The shopper.</param>
internal sealed record SearchHit(long Id, Message Message, string? UserId);

/// <param name="From">Up to where the index had read.</param>
/// <param name="To">Up to where it has read with these.</param>
/// <param name="Messages">Those said by shoppers and people.</param>
internal sealed record Unread(long From, long To, IReadOnlyList<Message> Messages);
