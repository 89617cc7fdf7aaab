using SupportBot.Outreach.Segments;

namespace SupportBot.Outreach.Planning;

/// <summary>Reads customers as campaigns see them.</summary>
internal interface IAudience
{
    /// <summary>Those of a segment behind an id, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<AudienceMember>> PageAsync(AudienceQuery query, string after, int limit, CancellationToken cancellation);

    ValueTask<AudienceMember?> FindAsync(string customerId, Purpose purpose, CancellationToken cancellation);

    /// <summary>Whose file a shop's id opens.</summary>
    ValueTask<string?> OfShopIdAsync(string shopId, CancellationToken cancellation);
}

/// <param name="Segment">Who belongs to it.</param>
/// <param name="Purpose">For which consents are read.</param>
/// <param name="BirthdaysOn">Only those born on one of these days, written <c>MM-dd</c>.</param>
/// <param name="MembersOn">Only those who became customers on one of these days of a month, written <c>dd</c>.</param>
internal sealed record AudienceQuery(SegmentSql Segment, Purpose Purpose, IReadOnlyList<string>? BirthdaysOn = null, IReadOnlyList<string>? MembersOn = null)
{
    /// <summary>Only this customer.</summary>
    public string? Only { get; init; }
}
