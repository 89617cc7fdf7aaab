namespace SupportBot.Recognizers;

/// <summary>
/// The meaning of a recognition: named attributes (<c>value</c>, <c>unit</c>, <c>score</c> …), or for dates and times
/// a list of candidate readings in <see cref="Values"/>, the past one first.
/// </summary>
public sealed class Resolution
{
    private static readonly Resolution[] None = [];
    private readonly KeyValuePair<string, string?>[] attributes;

    internal Resolution(KeyValuePair<string, string?>[] attributes) => this.attributes = attributes;

    internal static Resolution OfCandidates(Resolution[] values) => new([]) { Values = values };

    /// <summary>The attributes in the order of the specifications; a unit without a number has a null <c>value</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Attributes => attributes;

    /// <summary>Candidate readings of a date or time; empty for every other kind.</summary>
    public IReadOnlyList<Resolution> Values { get; private init; } = None;

    /// <summary>The attribute of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string?> attribute in attributes)
            {
                if (attribute.Key == name)
                    return attribute.Value;
            }

            return null;
        }
    }
}
