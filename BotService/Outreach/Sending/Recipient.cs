namespace SupportBot.Outreach.Sending;

/// <summary>A claimed row, with what is known now of whom it is for.</summary>
internal sealed record Recipient
{
    public required long Id { get; init; }

    public required string CampaignId { get; init; }

    public required string Occurrence { get; init; }

    public required string CustomerId { get; init; }

    public required Reach Channel { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>Attempts including this one; also fences off whoever claimed it before.</summary>
    public required long Attempts { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int Variant { get; init; }

    public required string Locale { get; init; }

    public required string Zone { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    public string? Name { get; init; }

    /// <summary>Their address on the channel, or the id of their newest conversation.</summary>
    public string? Address { get; init; }

    /// <summary>With a conversation: the channel it came through, and who has it.</summary>
    public Conversations.Conversation? Conversation { get; init; }
}
