using System.Text.Json;
using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlCampaignStore(IOutreachDatabase database, TimeProvider time) : ICampaignStore
{
    private const string Insert = """
        insert into campaign (id, name, status, plan, event, created_by, edited_by, asked_by, asked_at, approved_by, approved_at, launched_at, created_at, updated_at, version)
        values (@Id, @Name, @status, @plan, @event, @CreatedBy, @EditedBy, @AskedBy, @askedAt, @ApprovedBy, @approvedAt, @launchedAt, @createdAt, @now, 1)
        on conflict do nothing
        """;

    private const string Update = """
        update campaign set name = @Name, status = @status, plan = @plan, event = @event, edited_by = @EditedBy, asked_by = @AskedBy, asked_at = @askedAt,
          approved_by = @ApprovedBy, approved_at = @approvedAt,
          launched_at = @launchedAt, updated_at = @now, version = version + 1
        where id = @Id and version = @Version
        """;

    // What is planned and not being sent at this moment ends with the campaign.
    private const string Drop = "update recipient set status = 3, reason = @reason where campaign_id = @Id and status = 0";

    public ValueTask<IReadOnlyList<Campaign>> ListAsync(CampaignStatus? status, int limit, CancellationToken cancellation) => QueryAsync(
        "where cast(@status as bigint) is null or status = @status order by updated_at desc, id limit @limit",
        new { status = (long?)status, limit },
        cancellation);

    public ValueTask<IReadOnlyList<Campaign>> RunningAsync(CancellationToken cancellation) =>
        QueryAsync("where status = @status order by id", new { status = (long)CampaignStatus.Running }, cancellation);

    public async ValueTask<Campaign?> FindAsync(string id, CancellationToken cancellation) =>
        await QueryAsync("where id = @id", new { id }, cancellation) is [var campaign, ..] ? campaign : null;

    public Task<OutreachSaved> SaveAsync(Campaign campaign, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            var values = new
            {
                campaign.Id,
                campaign.Name,
                status = (long)campaign.Status,
                plan = JsonSerializer.Serialize(campaign.Plan, OutreachJson.Default.CampaignPlan),
                @event = campaign.Plan.Event,
                campaign.CreatedBy,
                campaign.EditedBy,
                campaign.AskedBy,
                askedAt = campaign.AskedAt?.ToUnixTimeMilliseconds(),
                campaign.ApprovedBy,
                approvedAt = campaign.ApprovedAt?.ToUnixTimeMilliseconds(),
                launchedAt = campaign.LaunchedAt?.ToUnixTimeMilliseconds(),
                createdAt = campaign.CreatedAt.ToUnixTimeMilliseconds(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                campaign.Version,
                reason = (long)Exclusion.Cancelled,
            };
            if (await connection.ExecuteAsync(campaign.Version == 0 ? Insert : Update, values) == 0)
            {
                return await connection.ExecuteScalarAsync<long>("select count(*) from campaign where id = @Id", new { campaign.Id }) == 0 ? OutreachSaved.Missing : OutreachSaved.Changed;
            }

            if (campaign.Status == CampaignStatus.Cancelled)
            {
                await connection.ExecuteAsync(Drop, values);
            }

            await database.AuditAsync(connection, audit);
            return OutreachSaved.Saved;
        },
        cancellation);

    private ValueTask<IReadOnlyList<Campaign>> QueryAsync(string where, object values, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<Campaign>>(
        async connection => [.. (await connection.QueryAsync<CampaignRow>($"select {CampaignRow.Columns} from campaign {where}", values)).Select(row => row.Campaign())],
        cancellation);
}
