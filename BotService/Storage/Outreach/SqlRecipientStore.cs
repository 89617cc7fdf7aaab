using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using SupportBot.Conversations;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>The recipients' rows: planned, claimed, sent and settled.</summary>
internal sealed class SqlRecipientStore(IOutreachDatabase database, TimeProvider time) : IRecipientStore, IRecipientMarks
{
    private const string CountSubject = "update recipient set status = 3, reason = @reason where subject = @subject and status = 0 and campaign_id ";

    private const long AnsweredWithin = 7L * 24 * 60 * 60 * 1000;

    // Of unknown outcome: whoever answers has got it.
    private readonly string newestSent = $"""
        from recipient r join campaign c on c.id = r.campaign_id
        where r.customer_id {database.In("customers")} and r.channel = @channel and r.status in (1, 2, 5) and r.sent_at >= @since order by r.sent_at desc, r.id desc limit 1
        """;

    private readonly RecipientClaims claims = new(database);
    private readonly RecipientGuard guard = new(database);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task OpenAsync(string campaignId, DateOnly day, CancellationToken cancellation)
    {
        var values = new { campaignId, day = Iso(day) };
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select count(*) from occurrence where campaign_id = @campaignId and day = @day", values), cancellation) == 0)
        {
            await database.WriteAsync(connection => connection.ExecuteAsync("insert into occurrence (campaign_id, day) values (@campaignId, @day) on conflict do nothing", values), cancellation);
        }
    }

    public Task<IReadOnlyList<OpenOccurrence>> ClaimOccurrencesAsync(int limit, TimeSpan lease, CancellationToken cancellation) => database.WriteAsync<IReadOnlyList<OpenOccurrence>>(
        async connection =>
        {
            long now = Now;
            var values = new { now, until = now + (long)lease.TotalMilliseconds, limit };
            List<(string Campaign, string Day, string Cursor)> open = (await connection.QueryAsync<(string, string, string)>(
                $"select campaign_id, day, cursor from occurrence where planned_at is null and leased_until <= @now order by leased_until, day limit @limit {database.SkipLocked}", values)).AsList();
            foreach ((string campaign, string day, string _) in open)
            {
                await connection.ExecuteAsync("update occurrence set leased_until = @until where campaign_id = @campaign and day = @day", new { values.until, campaign, day });
            }

            return open.ConvertAll(row => new OpenOccurrence(row.Campaign, DateOnly.ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Cursor));
        },
        cancellation);

    public Task<bool> PlanAsync(string campaignId, DateOnly? day, string cursor, bool last, IReadOnlyList<PlannedRecipient> page, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            // A campaign that was ended meanwhile gets no more recipients; one that is paused goes on later.
            if (await connection.ExecuteScalarAsync<long>("select count(*) from campaign where id = @campaignId and status = @running", new { campaignId, running = (long)CampaignStatus.Running }) == 0)
            {
                return false;
            }

            await database.PlanAsync(connection, [.. page.Select(planned => RowOf(campaignId, planned))]);
            if (day is { } on)
            {
                await connection.ExecuteAsync(
                    "update occurrence set cursor = @cursor, leased_until = @until, planned_at = case when @last = 1 then @now else null end where campaign_id = @campaignId and day = @day",
                    new { cursor, until = last ? 0 : Now + 30_000, last = last ? 1L : 0L, now = Now, campaignId, day = Iso(on) });
            }

            return true;
        },
        cancellation);

    public Task CallOffAsync(IReadOnlyList<string> campaignIds, string subject, CancellationToken cancellation) => database.WriteAsync(
        connection => connection.ExecuteAsync(CountSubject + database.In("campaigns"), new { reason = (long)Exclusion.ReasonGone, subject, campaigns = campaignIds.ToArray() }),
        cancellation);

    public Task<IReadOnlyList<Recipient>> ClaimDueAsync(RecipientClaim claim, CancellationToken cancellation) =>
        database.WriteAsync(connection => claims.TakeAsync(connection, claim, Now), cancellation);

    public Task<IReadOnlyList<string>> SayAsync(IReadOnlyList<ToSay> batch, SendRules rules, CancellationToken cancellation) => database.WriteAsync<IReadOnlyList<string>>(
        async connection =>
        {
            HashSet<long> allowed = (await guard.JudgeAsync(connection, [.. batch.Select(one => one.Recipient)], rules, time.GetUtcNow())).ToHashSet();
            ToSay[] going = [.. batch.Where(one => allowed.Contains(one.Recipient.Id))];
            IReadOnlyList<AppendOutcome> outcomes = await database.SayAsync(connection, [.. going.Select(one => one.Saying)]);
            List<long> said = [];
            List<long> unreachable = [];
            List<long> waiting = [];
            for (int index = 0; index < going.Length; index++)
            {
                (outcomes[index] switch
                {
                    AppendOutcome.Stored or AppendOutcome.Repeated or AppendOutcome.Changed => said,
                    AppendOutcome.Missing => unreachable,
                    AppendOutcome.Clash or AppendOutcome.Refused => waiting,
                }).Add(going[index].Recipient.Id);
            }

            await MarkAsync(connection, said, "status = 2, sent_at = @now, delivered_at = @now, error = null");
            await MarkAsync(connection, unreachable, "status = 3, reason = 1");
            await MarkAsync(connection, waiting, "due_at = @now + 5000, leased_until = 0, attempts = attempts - 1");
            HashSet<long> stored = [.. said];
            return [.. going.Where(one => stored.Contains(one.Recipient.Id)).Select(one => one.Saying.ConversationId)];
        },
        cancellation);

    public Task<IReadOnlyList<Recipient>> BeginAsync(IReadOnlyList<Recipient> batch, SendRules rules, TimeSpan lease, CancellationToken cancellation) => database.WriteAsync<IReadOnlyList<Recipient>>(
        async connection =>
        {
            HashSet<long> allowed = (await guard.JudgeAsync(connection, batch, rules, time.GetUtcNow())).ToHashSet();

            // Counted as sent from here on, so that the caps hold while the call is under way.
            await MarkAsync(connection, [.. allowed], string.Create(CultureInfo.InvariantCulture, $"status = 1, sent_at = @now, due_at = @now + {(long)lease.TotalMilliseconds}"));
            return [.. batch.Where(recipient => allowed.Contains(recipient.Id))];
        },
        cancellation);

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellation) => settlements.Count == 0 ? Task.CompletedTask : database.WriteAsync(
        async connection =>
        {
            await database.SettleAsync(connection, [.. settlements.Select(RowOf)], Now);
            return true;
        },
        cancellation);

    public Task<int> FlagLostAsync(CancellationToken cancellation) => database.WriteAsync(
        connection => connection.ExecuteAsync("update recipient set status = 5, error = 'its sender vanished while sending' where status = 1 and due_at <= @now", new { now = Now }),
        cancellation);

    public Task<int> ReplayAsync(IReadOnlyList<long> ids, TimeSpan expireAfter, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            var values = new
            {
                now = Now,
                until = Now + (long)expireAfter.TotalMilliseconds,
                ids = ids.ToArray(),
                running = (long)CampaignStatus.Running,
                finished = (long)CampaignStatus.Finished,
                cancelled = (long)CampaignStatus.Cancelled,
            };
            int replayed = await connection.ExecuteAsync(
                $"""
                update recipient set status = 0, due_at = @now, expires_at = @until, leased_until = 0, attempts = 0, error = null, sent_at = null
                where id {database.In("ids")} and status in (4, 5) and not exists (select 1 from campaign c where c.id = recipient.campaign_id and c.status = @cancelled)
                """,
                values);

            // One that had dealt with everybody has not any more.
            await connection.ExecuteAsync(
                $"update campaign set status = @running, version = version + 1, updated_at = @now where status = @finished and id in (select campaign_id from recipient where id {database.In("ids")} and status = 0)",
                values);
            return replayed;
        },
        cancellation);

    public ValueTask<IReadOnlyList<FailedRecipient>> FailedAsync(long before, int limit, CancellationToken cancellation) =>
        database.ReadAsync(connection => RecipientFigures.FailedAsync(connection, before, limit), cancellation);

    public ValueTask<CampaignResults> ResultsAsync(string campaignId, CancellationToken cancellation) =>
        database.ReadAsync(connection => RecipientFigures.ResultsAsync(connection, campaignId), cancellation);

    public ValueTask<bool> IsOpenAsync(string campaignId, CancellationToken cancellation) =>
        database.ReadAsync(connection => RecipientFigures.IsOpenAsync(connection, campaignId), cancellation);

    public Task OptedOutAsync(long recipient, CancellationToken cancellation) => MarkOnceAsync("opted_out_at", recipient, cancellation);

    public Task ClickedAsync(long recipient, CancellationToken cancellation) => MarkOnceAsync("clicked_at", recipient, cancellation);

    public Task<AnsweredCampaign?> AnsweredAsync(IReadOnlyCollection<string> customerIds, Reach channel, string conversationId, CancellationToken cancellation) => customerIds.Count == 0 ? Task.FromResult<AnsweredCampaign?>(null) : database.WriteAsync(
        async connection =>
        {
            AnsweredCampaign? answered = await connection.QueryFirstOrDefaultAsync<AnsweredCampaign?>(
                $"select r.id as Recipient, c.id, c.name {newestSent}", new { customers = customerIds.ToArray(), channel = (long)channel, since = Now - AnsweredWithin });
            if (answered is not null)
            {
                await connection.ExecuteAsync("update recipient set conversation_id = @conversationId where id = @Recipient and conversation_id is null", new { conversationId, answered.Recipient });
            }

            return answered;
        },
        cancellation);

    private Task<int> MarkOnceAsync(string column, long recipient, CancellationToken cancellation) => database.WriteAsync(
        connection => connection.ExecuteAsync($"update recipient set {column} = @now where id = @recipient and {column} is null", new { now = Now, recipient }),
        cancellation);

    private async Task MarkAsync(DbConnection connection, List<long> ids, string change)
    {
        if (ids.Count > 0)
        {
            await connection.ExecuteAsync($"update recipient set {change} where id {database.Among("ids")}", new { now = Now, ids = ids.ToArray() });
        }
    }

    private static SettledRow RowOf(Settlement settled) => new(
        settled.Recipient.Id, settled.Recipient.Attempts, (long)settled.Status, settled.DueAt?.ToUnixTimeMilliseconds(), (long?)settled.Exclusion, settled.Error);

    private static PlannedRow RowOf(string campaignId, PlannedRecipient planned)
    {
        Verdict verdict = planned.Verdict;
        return new PlannedRow(
            campaignId,
            verdict.Occurrence,
            verdict.CustomerId,
            (long)verdict.Channel,
            (long)planned.Purpose,
            (long)(verdict.Exclusion is null ? RecipientStatus.Planned : RecipientStatus.Excluded),
            verdict.DueAt.ToUnixTimeMilliseconds(),
            verdict.ExpiresAt.ToUnixTimeMilliseconds(),
            verdict.Variant,
            verdict.Locale,
            verdict.Zone,
            (long)verdict.ZoneReason,
            planned.Subject,
            planned.Facts is { Count: > 0 } facts ? JsonSerializer.Serialize(facts.ToDictionary(), OutreachJson.Default.DictionaryStringString) : null,
            (long?)verdict.Exclusion);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
