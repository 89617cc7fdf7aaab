using System.Data.Common;
using System.Text.Json;
using Dapper;
using SupportBot.Outreach;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>Counts what came of a campaign, and lists what failed.</summary>
internal static class RecipientFigures
{
    // An answer within a week is taken for one to the campaign. Whoever clicked or wrote has read it; we track nothing else.
    private const string Replied = """
        exists (select 1 from message m where m.conversation_id = r.conversation_id and m.sender = 0 and m.at > r.sent_at and m.at <= r.sent_at + 604800000)
        """;

    private const string Counts = $"""
        select variant as Variant,
          sum(case when status in (0, 1) then 1 else 0 end) as Queued,
          sum(case when status = 2 then 1 else 0 end) as Sent,
          sum(case when delivered_at is not null then 1 else 0 end) as Delivered,
          sum(case when status = 2 and (clicked_at is not null or replied = 1) then 1 else 0 end) as "Read",
          sum(case when status = 2 then replied else 0 end) as Replied,
          sum(case when clicked_at is not null then 1 else 0 end) as Clicked,
          sum(case when opted_out_at is not null then 1 else 0 end) as OptedOut,
          sum(case when status = 3 then 1 else 0 end) as Excluded,
          sum(case when status = 4 then 1 else 0 end) as Failed,
          sum(case when status = 5 then 1 else 0 end) as Unknown
        from (select r.*, case when r.status = 2 and r.channel in (0, 2) and {Replied} then 1 else 0 end as replied from recipient r where r.campaign_id = @campaignId) counted
        group by variant order by variant
        """;

    private const string Failed = """
        select r.id, r.campaign_id as CampaignId, c.name as CampaignName, r.customer_id as CustomerId, k.name as CustomerName, r.channel, r.status, r.error, r.attempts, r.due_at as At
        from recipient r join campaign c on c.id = r.campaign_id left join customer k on k.id = r.customer_id
        where r.status in (4, 5) and r.id < @before order by r.id desc limit @limit
        """;

    // Two questions, because each has an index of the few rows it is about.
    private const string Left = """
        select case when exists (select 1 from recipient where campaign_id = @campaignId and status = 0) or exists (select 1 from recipient where status = 1 and campaign_id = @campaignId) then 1 else 0 end
        """;

    public static async Task<CampaignResults> ResultsAsync(DbConnection connection, string campaignId)
    {
        List<CountRow> variants = (await connection.QueryAsync<CountRow>(Counts, new { campaignId })).AsList();
        IEnumerable<(long Reason, long Count)> excluded = await connection.QueryAsync<(long, long)>(
            "select coalesce(reason, 0), count(*) from recipient where campaign_id = @campaignId and status = 3 group by reason order by reason", new { campaignId });
        return new CampaignResults(
            variants.ConvertAll(row => row.Results()),
            excluded.ToDictionary(row => JsonNamingPolicy.CamelCase.ConvertName(((Exclusion)row.Reason).ToString()), row => row.Count));
    }

    public static async Task<IReadOnlyList<FailedRecipient>> FailedAsync(DbConnection connection, long before, int limit) =>
        [.. (await connection.QueryAsync<FailedRow>(Failed, new { before, limit })).Select(row => row.Failed())];

    public static async Task<bool> IsOpenAsync(DbConnection connection, string campaignId) =>
        await connection.ExecuteScalarAsync<long>("select count(*) from occurrence where campaign_id = @campaignId and planned_at is not null", new { campaignId }) == 0
        || await connection.ExecuteScalarAsync<long>(Left, new { campaignId }) > 0;

    private sealed record CountRow
    {
        public long Variant { get; init; }
        public long Queued { get; init; }
        public long Sent { get; init; }
        public long Delivered { get; init; }
        public long Read { get; init; }
        public long Replied { get; init; }
        public long Clicked { get; init; }
        public long OptedOut { get; init; }
        public long Excluded { get; init; }
        public long Failed { get; init; }
        public long Unknown { get; init; }

        public VariantResults Results() => new((int)Variant, Queued, Sent, Delivered, Read, Replied, Clicked, OptedOut, Excluded, Failed, Unknown);
    }

    private sealed record FailedRow(long Id, string CampaignId, string CampaignName, string CustomerId, string? CustomerName, long Channel, long Status, string? Error, long Attempts, long At)
    {
        public FailedRecipient Failed() => new(Id, CampaignId, CampaignName, CustomerId, CustomerName, (Reach)Channel, (RecipientStatus)Status, Error, Attempts, Moments.Of(At));
    }
}
