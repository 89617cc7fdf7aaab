namespace SupportBot.Outreach.Segments;

/// <summary>How the rules of a group add up.</summary>
internal enum SegmentJoin
{
    All,
    Any,
    None,
}

internal enum SegmentOperator
{
    Is,
    IsNot,
    AtLeast,
    AtMost,
}

/// <summary>Who belongs to a segment: a rule on one field, or a group of rules.</summary>
internal sealed record SegmentRule
{
    /// <summary>With a group, how its rules add up; null for a rule on a field.</summary>
    public SegmentJoin? Join { get; init; }

    public IReadOnlyList<SegmentRule>? Rules { get; init; }

    public string? Field { get; init; }

    public SegmentOperator? Operator { get; init; }

    public string? Value { get; init; }
}

internal sealed record Segment(string Id, string Name, SegmentRule Rule, DateTimeOffset UpdatedAt, long Version);
