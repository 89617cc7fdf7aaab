using System.Data.Common;
using Dapper;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>Looks once more, in the transaction that sends, at everything that forbids it.</summary>
internal sealed class RecipientGuard(IOutreachDatabase database)
{
    private const long Week = 8L * 24 * 60 * 60 * 1000;

    private const string Standings = """
        select r.id, r.attempts, r.status, c.status as Campaign, r.customer_id as CustomerId,
          case when k.id is null or k.erased_at is not null or k.merged_into is not null then 1 else 0 end as Gone,
          case when k.blocked_reason is not null and (k.blocked_until is null or k.blocked_until > @now) then 1 else 0 end as Blocked,
          (select s.given from consent s where s.customer_id = r.customer_id
             and s.channel = case r.channel when 0 then 'chat' when 1 then 'email' else 'sms' end
             and s.purpose = case r.purpose when 0 then 'reminders' when 1 then 'greetings' else 'offers' end
           order by s.id desc limit 1) as Given,
          coalesce((select n.attended from conversation n where n.id = r.conversation_id), 0) as Attended
        from recipient r join campaign c on c.id = r.campaign_id left join customer k on k.id = r.customer_id
        """;

    /// <returns>Those that may go; the others are settled, or left as they are.</returns>
    public async Task<List<long>> JudgeAsync(DbConnection connection, IReadOnlyList<Recipient> batch, SendRules rules, DateTimeOffset now)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        string ids = string.Join(',', batch.Select(recipient => recipient.Id));
        if (database.ForUpdate.Length > 0)
        {
            // Two nodes with messages for one customer must count them one after the other; the order keeps them from waiting for each other.
            await connection.QueryAsync<string>($"select id from customer where id in (select customer_id from recipient where id in ({ids})) order by id {database.ForUpdate}");
        }

        Dictionary<long, Row> rows = (await connection.QueryAsync<Row>($"{Standings} where r.id in ({ids})", new { now = now.ToUnixTimeMilliseconds() })).ToDictionary(row => row.Id);
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

    private static async Task<Dictionary<string, List<DateTimeOffset>>> SentAsync(DbConnection connection, string ids, DateTimeOffset now) =>
        (await connection.QueryAsync<(string Customer, long At)>(
            $"select s.customer_id, s.sent_at from recipient s where s.customer_id in (select customer_id from recipient where id in ({ids})) and s.sent_at >= @since and s.purpose <> 0",
            new { since = now.ToUnixTimeMilliseconds() - Week }))
        .GroupBy(row => row.Customer, row => Moments.Of(row.At)).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    // Whoever waits has lost nothing: the attempt is given back.
    private static async Task WriteAsync(DbConnection connection, List<(long Id, Exclusion Why)> excluded, List<long> waiting, DateTimeOffset now)
    {
        foreach (IGrouping<Exclusion, long> reason in excluded.GroupBy(row => row.Why, row => row.Id))
        {
            await connection.ExecuteAsync($"update recipient set status = 3, reason = @reason where id in ({string.Join(',', reason)})", new { reason = (long)reason.Key });
        }

        if (waiting.Count > 0)
        {
            string sql = $"update recipient set due_at = @until, attempts = attempts - 1 where id in ({string.Join(',', waiting)}) and status = 0";
            await connection.ExecuteAsync(sql, new { until = now.ToUnixTimeMilliseconds() + 2_000 });
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
