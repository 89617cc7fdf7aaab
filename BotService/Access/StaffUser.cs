namespace SupportBot.Access;

/// <summary>A member of staff.</summary>
internal sealed record StaffUser
{
    public required string Id { get; init; }

    /// <summary>In lower case; unique.</summary>
    public required string Email { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public bool Active { get; init; } = true;

    public required string PasswordHash { get; init; }

    /// <summary>Signed in with it, nothing can be done but change it.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Until when a one-time password opens.</summary>
    public DateTimeOffset? PasswordUntil { get; init; }

    /// <summary>The secret of the second factor, once confirmed.</summary>
    public byte[]? SecondFactor { get; init; }

    /// <summary>A secret handed out and not yet confirmed.</summary>
    public byte[]? PendingFactor { get; init; }

    public string Locale { get; init; } = "en";

    public string Theme { get; init; } = "auto";

    /// <summary>What the desk remembers for them: a JSON object.</summary>
    public string Preferences { get; init; } = "{}";

    public StaffWork Work { get; init; } = new();

    /// <summary>When one of their sessions was last used, to the minute.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Compared at every change.</summary>
    public long Version { get; init; }

    /// <summary>How an address is kept and compared.</summary>
    public static string Normalize(string email) => email.Trim().ToLowerInvariant();
}

/// <summary>What the queue needs to know of an agent.</summary>
internal sealed record StaffWork
{
    public IReadOnlyList<StaffSkill> Skills { get; init; } = [];

    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Languages they answer in: <c>en</c>, <c>zh</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "zh"];

    /// <summary>Conversations at a time; null for the desk's default.</summary>
    public int? Capacity { get; init; }
}

/// <param name="Name">As <c>HandOffRequest.Skill</c> names it.</param>
/// <param name="Until">When the certificate ends; null for never.</param>
internal sealed record StaffSkill(string Name, DateTimeOffset? Until);
