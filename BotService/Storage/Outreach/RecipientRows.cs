namespace SupportBot.Storage.Outreach;

/// <summary>A recipient as it is written first.</summary>
internal sealed record PlannedRow(
    string CampaignId,
    string Occurrence,
    string CustomerId,
    long Channel,
    long Purpose,
    long Status,
    long DueAt,
    long ExpiresAt,
    long Variant,
    string Locale,
    string Zone,
    long ZoneReason,
    string? Subject,
    string? Facts,
    long? Reason);

/// <summary>What became of a claimed row.</summary>
/// <param name="Attempts">Those of the claim: another that came later is not touched.</param>
internal sealed record SettledRow(long Id, long Attempts, long Status, long? DueAt, long? Reason, string? Error);
