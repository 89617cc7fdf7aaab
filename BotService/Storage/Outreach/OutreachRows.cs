using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Templates;

namespace SupportBot.Storage.Outreach;

/// <summary>Documents that lie in one column.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CampaignPlan))]
[JsonSerializable(typeof(SegmentRule))]
[JsonSerializable(typeof(TemplateBody))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class OutreachJson : JsonSerializerContext;

internal sealed record CampaignRow(
    string Id,
    string Name,
    long Status,
    string Plan,
    string CreatedBy,
    string EditedBy,
    string? AskedBy,
    long? AskedAt,
    string? ApprovedBy,
    long? ApprovedAt,
    long? LaunchedAt,
    long CreatedAt,
    long UpdatedAt,
    long Version)
{
    public const string Columns = """
        id, name, status, plan, created_by as CreatedBy, edited_by as EditedBy, asked_by as AskedBy, asked_at as AskedAt,
        approved_by as ApprovedBy, approved_at as ApprovedAt, launched_at as LaunchedAt,
        created_at as CreatedAt, updated_at as UpdatedAt, version
        """;

    public Campaign Campaign() => new()
    {
        Id = Id,
        Name = Name,
        Status = (CampaignStatus)Status,
        Plan = JsonSerializer.Deserialize(Plan, OutreachJson.Default.CampaignPlan) ?? throw new InvalidDataException("A campaign has no plan."),
        CreatedBy = CreatedBy,
        EditedBy = EditedBy,
        AskedBy = AskedBy,
        AskedAt = Moments.Of(AskedAt),
        ApprovedBy = ApprovedBy,
        ApprovedAt = Moments.Of(ApprovedAt),
        LaunchedAt = Moments.Of(LaunchedAt),
        CreatedAt = Moments.Of(CreatedAt),
        UpdatedAt = Moments.Of(UpdatedAt),
        Version = Version,
    };
}

/// <summary>Times as Unix milliseconds.</summary>
internal static class Moments
{
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? Of(long? milliseconds) => milliseconds is { } at ? Of(at) : null;
}
