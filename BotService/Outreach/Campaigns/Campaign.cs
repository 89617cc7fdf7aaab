namespace SupportBot.Outreach.Campaigns;

/// <summary>Something that is sent to many, or to one after the other as things happen.</summary>
internal sealed record Campaign
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public CampaignStatus Status { get; init; }

    public required CampaignPlan Plan { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Who changed or launched it last: somebody else approves.</summary>
    public required string EditedBy { get; init; }

    /// <summary>Who launched it when it needed a second person's word, and when.</summary>
    public string? AskedBy { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? LaunchedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Compared at every change.</summary>
    public long Version { get; init; }
}

/// <summary>What, to whom, how and when.</summary>
internal sealed record CampaignPlan
{
    public Purpose Purpose { get; init; } = Purpose.Greetings;

    public Occasion Occasion { get; init; }

    /// <summary>With <see cref="Occasion.Festival"/>, its id.</summary>
    public string? Festival { get; init; }

    /// <summary>With <see cref="Occasion.OwnerDay"/>, its id.</summary>
    public string? OwnerDay { get; init; }

    /// <summary>With <see cref="Occasion.Event"/>, its name.</summary>
    public string? Event { get; init; }

    /// <summary>With <see cref="Occasion.Event"/>, how long after it, or before it when negative.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>With <see cref="Occasion.Once"/>, the day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Days before (negative) or after the occasion.</summary>
    public int OffsetDays { get; init; }

    /// <summary>The clock time.</summary>
    public TimeOnly Time { get; init; } = new(10, 0);

    /// <summary>In whose zone the clock time is meant; null for each recipient's own.</summary>
    public string? Zone { get; init; }

    /// <summary>Null with <see cref="Everyone"/>, or with an event, for anybody it happens to.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Said on purpose, so that nobody writes to all by leaving something out.</summary>
    public bool Everyone { get; init; }

    public IReadOnlyList<CampaignVariant> Variants { get; init; } = [];

    /// <summary>The share that is sent nothing, to compare with.</summary>
    public int HoldoutPercent { get; init; }

    /// <summary>In order: the first by which somebody can be reached is taken.</summary>
    public IReadOnlyList<Reach> Channels { get; init; } = [Reach.Chat];

    /// <summary>At most so many a second, beside what the channel allows.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Not sent to whoever has had so many greetings and offers on that day of theirs; null for what holds for all.</summary>
    public int? PerDay { get; init; }

    /// <summary>The same of a week, from Monday.</summary>
    public int? PerWeek { get; init; }

    /// <summary>From when on, by the recipient's clock, it is not sent, beside the hours that are quiet for all. Null for no more than those.</summary>
    public TimeOnly? QuietFrom { get; init; }

    public TimeOnly? QuietUntil { get; init; }

    /// <summary>What has not been sent by then is not sent at all.</summary>
    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Values of its own for <c>{{my.coupon}}</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <param name="TemplateId">What is said.</param>
/// <param name="Weight">Its share beside the others.</param>
internal sealed record CampaignVariant(string TemplateId, int Weight);
