namespace SupportBot.Customers;

/// <summary>What is kept of a person who shops, or has written to us.</summary>
internal sealed record Customer
{
    public required string Id { get; init; }

    /// <summary>Their ids in the shop; more than one after a merge, none for a guest.</summary>
    public IReadOnlyList<string> ShopIds { get; init; } = [];

    public string? Name { get; init; }

    /// <summary><c>en</c> or <c>zh</c>, when known.</summary>
    public string? Locale { get; init; }

    /// <summary>Their time zone by its IANA name, when known.</summary>
    public string? Zone { get; init; }

    public bool Vip { get; init; }

    /// <summary>Such as <c>loyal</c> or <c>at-risk</c>; null until they have been sorted.</summary>
    public string? Segment { get; init; }

    public string Note { get; init; } = "";

    public Block? Blocked { get; init; }

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>The newest word on each channel and purpose.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When everything personal was removed; nothing is changed here any more.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Compared at every change.</summary>
    public long Version { get; init; }
}

/// <param name="Reason">Why, for colleagues.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
internal sealed record Block(string Reason, DateTimeOffset? Until);

/// <summary>The numbers are stored.</summary>
internal enum ContactKind
{
    Email = 0,
    Phone = 1,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">As <see cref="ContactPoints.Normal"/> writes it.</param>
/// <param name="Verified">Whether the store site has vouched for it.</param>
internal sealed record Contact(ContactKind Kind, string Value, bool Verified);

/// <summary>A word for or against being written to.</summary>
/// <param name="Channel">Such as <c>email</c>, <c>sms</c>, <c>chat</c>.</param>
/// <param name="Purpose">Such as <c>reminders</c>, <c>greetings</c>, <c>offers</c>.</param>
/// <param name="Given">For or against.</param>
/// <param name="Source">Where it was said: <c>chat</c>, <c>desk</c>, <c>shop</c>, <c>unsubscribe</c>.</param>
/// <param name="At">When.</param>
internal sealed record Consent(string Channel, string Purpose, bool Given, string Source, DateTimeOffset At);
