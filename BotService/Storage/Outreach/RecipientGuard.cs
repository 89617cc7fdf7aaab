using System.Data.Common;
using Dapper;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>Looks once more, in the transaction that sends, at everything that forbids it.</summary>
internal sealed class RecipientGuard(IOutreachDatabase database)
{
    private const long Week = 8L * 24 * 60 * 60 * 1000;

    private readonly string standings = $"""
        select r.id, r.attempts, r.status, c.status as Campaign, r.customer_id as CustomerId,
          case when k.id is null or k.erased_at is not null or k.merged_into is not null then 1 else 0 end as Gone,
          case when k.blocked_reason is not null and (k.blocked_until is null or k.blocked_until > @now) then 1 else 0 end as Blocked,
          (select s.given from consent s where s.customer_id = r.customer_id
             and s.channel = case r.channel when 0 then 'chat' when 1 then 'email' else 'sms' end
             and s.purpose = case r.purpose when 0 then 'reminders' when 1 then 'greetings' else 'offers' end
           order by s.id desc limit 1) as Given,
          coalesce((select n.attended from conversation n where n.id = r.conversation_id), 0) as Attended
        from recipient r join campaign c on c.id = r.campaign_id left join customer k on k.id = r.customer_id
        where r.id {database.Among("ids")}
        """;

    // Two nodes with messages for one customer must count them one after the other; the order keeps them from waiting for each other.
    private readonly string hold = $"select id from customer where id in (select customer_id from recipient where id {database.Among("ids")}) order by id {database.ForUpdate}";

    private readonly string sentLately = $"""
        select s.customer_id, s.sent_at from recipient s
        where s.customer_id in (select customer_id from recipient where id {database.Among("ids")}) and s.sent_at >= @since and s.purpose <> 0
        """;

    private readonly string exclude = $"update recipient set status = 3, reason = @reason where id {database.Among("ids")}";

    private readonly string wait = $"update recipient set due_at = @until, leased_until = 0, attempts = attempts - 1 where id {database.Among("ids")} and status = 0";

    /// <returns>Those that may go; the others are settled, or left as they are.</returns>
    public async Task<List<long>> JudgeAsync(DbConnection connection, IReadOnlyList<Recipient> batch, SendRules rules, DateTimeOffset now)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        long[] ids = [.. batch.Select(recipient => recipient.Id)];
        if (database.ForUpdate.Length > 0)
        {
            await connection.QueryAsync<string>(hold, new { ids });
        }

        Dictionary<long, Row> rows = (await connection.QueryAsync<Row>(standings, new { ids, now = now.ToUnixTimeMilliseconds() })).ToDictionary(row => row.Id);
        Dictionary<string, List<DateTimeOffset>> sent = await SentAsync(connection, ids, now);
        List<long> allowed = [];
        List<(long Id, Exclusion Why)> excluded = [];
        List<long> waiting = [];
        foreach (Recipient recipient in batch)
        {
            if (!rows.TryGetValue(recipient.Id, out Row? row))
            {
                continue;
            }

            List<DateTimeOffset> before = sent.TryGetValue(row.CustomerId, out List<DateTimeOffset>? known) ? known : sent[row.CustomerId] = [];
            (Ruling ruling, Exclusion? why) = rules.Judge(recipient, row.Standing(recipient, before), now);
            switch (ruling)
            {
                case Ruling.Send when row.Attended != 0:
                case Ruling.Wait:
                    waiting.Add(recipient.Id);
                    break;
                case Ruling.Send:
                    allowed.Add(recipient.Id);
                    before.Add(now);
                    break;
                case Ruling.Exclude when why is { } reason:
                    excluded.Add((recipient.Id, reason));
                    break;
            }
        }

        await WriteAsync(connection, excluded, waiting, now);
        return allowed;
    }

    private async Task<Dictionary<string, List<DateTimeOffset>>> SentAsync(DbConnection connection, long[] ids, DateTimeOffset now) =>
        (await connection.QueryAsync<(string Customer, long At)>(sentLately, new { ids, since = now.ToUnixTimeMilliseconds() - Week }))
        .GroupBy(row => row.Customer, row => Moments.Of(row.At)).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    // Whoever waits has lost nothing: the attempt is given back.
    private async Task WriteAsync(DbConnection connection, List<(long Id, Exclusion Why)> excluded, List<long> waiting, DateTimeOffset now)
    {
        foreach (IGrouping<Exclusion, long> reason in excluded.GroupBy(row => row.Why, row => row.Id))
        {
            await connection.ExecuteAsync(exclude, new { reason = (long)reason.Key, ids = reason.ToArray() });
        }

        if (waiting.Count > 0)
        {
            await connection.ExecuteAsync(wait, new { until = now.ToUnixTimeMilliseconds() + 2_000, ids = waiting.ToArray() });
        }
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public long Attempts { get; init; }
        public long Status { get; init; }
        public long Campaign { get; init; }
        public string CustomerId { get; init; } = "";
        public long Gone { get; init; }
        public long Blocked { get; init; }
        public long? Given { get; init; }
        public long Attended { get; init; }

        public Standing Standing(Recipient recipient, IReadOnlyList<DateTimeOffset> sent) => new(
            Attempts == recipient.Attempts && Status == (long)RecipientStatus.Planned,
            Campaign == (long)CampaignStatus.Running,
            Gone != 0,
            Blocked != 0,
            Given is { } given ? given != 0 : null,
            sent);
    }
}
