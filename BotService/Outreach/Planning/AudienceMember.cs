namespace SupportBot.Outreach.Planning;

/// <summary>A customer as a campaign sees them.</summary>
internal sealed record AudienceMember
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Locale { get; init; }

    public string? Zone { get; init; }

    public DateOnly? Birthday { get; init; }

    public DateOnly? MemberSince { get; init; }

    public bool Blocked { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>Their newest conversation.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The zone their browser told there.</summary>
    public string? SeenZone { get; init; }

    /// <summary>The language of it.</summary>
    public string? SeenLocale { get; init; }

    /// <summary>The newest word on each channel for the campaign's purpose.</summary>
    public IReadOnlyDictionary<Reach, bool> Consents { get; init; } = new Dictionary<Reach, bool>();

    /// <summary>Channels whose address stands on the suppression list.</summary>
    public IReadOnlySet<Reach> Suppressed { get; init; } = new HashSet<Reach>();

    public string? AddressOf(Reach reach) => reach switch
    {
        Reach.Chat => ConversationId,
        Reach.Email => Email,
        Reach.Sms => Phone,
    };
}
