using Npgsql;
using SupportBot.Conversations;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.Storage.Postgres;

/// <summary>What is done for many recipients, each in one statement: a column of all rows is an array.</summary>
internal static class RecipientCalls
{
    private const string Plan = """
        insert into recipient (campaign_id, occurrence, customer_id, channel, purpose, status, due_at, planned_at, expires_at, variant, locale, zone, zone_reason, subject, facts, reason)
        select p.campaign, p.occurrence, p.customer, p.channel, p.purpose, p.status, p.due_at, p.due_at, p.expires_at, p.variant, p.locale, p.zone, p.zone_reason, p.subject, p.facts, p.reason
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
          p (campaign, occurrence, customer, channel, purpose, status, due_at, expires_at, variant, locale, zone, zone_reason, subject, facts, reason)
        on conflict do nothing
        """;

    private const string Settle = """
        update recipient r set status = s.status, due_at = coalesce(s.due_at, r.due_at), leased_until = 0, reason = s.reason, error = s.error,
          sent_at = case when s.status = 2 then coalesce(r.sent_at, $7) else r.sent_at end, delivered_at = case when s.status = 2 then $7 else r.delivered_at end
        from unnest($1, $2, $3, $4, $5, $6) s (id, attempts, status, due_at, reason, error)
        where r.id = s.id and r.attempts = s.attempts and r.status in (0, 1)
        """;

    private const string Say = "select place, outcome from say_messages($1, $2, $3, $4, $5, $6, $7)";

    public static async Task PlanAsync(NpgsqlConnection connection, IReadOnlyList<PlannedRow> rows)
    {
        await using NpgsqlCommand command = new(Plan, connection);
        command.Parameters.Each(rows, row => row.CampaignId).Each(rows, row => row.Occurrence).Each(rows, row => row.CustomerId)
            .Each(rows, row => row.Channel).Each(rows, row => row.Purpose).Each(rows, row => row.Status).Each(rows, row => row.DueAt).Each(rows, row => row.ExpiresAt).Each(rows, row => row.Variant)
            .Each(rows, row => row.Locale).Each(rows, row => row.Zone).Each(rows, row => row.ZoneReason).Each(rows, row => row.Subject).Each(rows, row => row.Facts).Each(rows, row => row.Reason);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task SettleAsync(NpgsqlConnection connection, IReadOnlyList<SettledRow> rows, long now)
    {
        await using NpgsqlCommand command = new(Settle, connection);
        command.Parameters.Each(rows, row => row.Id).Each(rows, row => row.Attempts).Each(rows, row => row.Status)
            .Each(rows, row => row.DueAt).Each(rows, row => row.Reason).Each(rows, row => row.Error).With(now);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<IReadOnlyList<AppendOutcome>> SayAsync(NpgsqlConnection connection, IReadOnlyList<Saying> sayings, long now)
    {
        AppendOutcome[] outcomes = new AppendOutcome[sayings.Count];
        if (outcomes.Length == 0)
        {
            return outcomes;
        }

        await using NpgsqlCommand command = new(Say, connection);
        command.Parameters.Each(sayings, said => said.ConversationId).Each(sayings, said => said.Message.ClientId).Each(sayings, said => said.Message.Fingerprint)
            .Each(sayings, said => said.Message.Body).Each(sayings, said => said.Message.ChannelData).Each(sayings, said => said.Carrier).With(now);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            outcomes[row.GetInt64(0) - 1] = (AppendOutcome)row.GetInt64(1);
        }

        return outcomes;
    }
}
