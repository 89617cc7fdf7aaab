using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Planning;

/// <summary>What a plan comes to for one customer: when and by what they are reached, or why not.</summary>
/// <param name="CustomerId">Whose.</param>
/// <param name="Occurrence">What it is sent for, once.</param>
/// <param name="Channel">By which they are reached; the first asked for when by none.</param>
/// <param name="Exclusion">Why they get nothing; null when they do.</param>
/// <param name="DueAt">When.</param>
/// <param name="ExpiresAt">Until when at the latest.</param>
/// <param name="Locale">In which language.</param>
/// <param name="Zone">By whose clock.</param>
/// <param name="ZoneReason">Why that zone.</param>
/// <param name="Variant">Which of the campaign's texts; -1 for those held out.</param>
/// <param name="Named">Whether their name is known.</param>
internal sealed record Verdict(
    string CustomerId,
    string Occurrence,
    Reach Channel,
    Exclusion? Exclusion,
    DateTimeOffset DueAt,
    DateTimeOffset ExpiresAt,
    string Locale,
    string Zone,
    ZoneReason ZoneReason,
    int Variant,
    bool Named);
