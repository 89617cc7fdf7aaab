using System.Data.Common;
using System.Text.Json;
using Dapper;
using SupportBot.Conversations;
using SupportBot.Outreach;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>Leases due rows, as many as the buckets let through.</summary>
internal sealed class RecipientClaims(IOutreachDatabase database)
{
    // A claim takes a fifth of a second's worth at once, so that a slow channel is used evenly.
    private const double BucketSeconds = 0.2;

    // Buckets are kept in thousandths.
    private const double Whole = 1000;

    private readonly string claim = $"""
        update recipient set leased_until = @until, attempts = attempts + 1,
          conversation_id = case when channel = 0 then (select v.conversation_id from customer_conversation v where v.customer_id = recipient.customer_id and {AudienceSql.IsChat} order by v.at desc limit 1) end
        where id in (
          select id from recipient where campaign_id = @CampaignId and channel = @channel and status = 0 and due_at <= @now and leased_until <= @now order by due_at limit @limit {database.SkipLocked})
        returning id
        """;

    private readonly string claimed = $"""
        select r.id, r.campaign_id as CampaignId, r.occurrence, r.customer_id as CustomerId, r.channel, r.purpose, r.attempts, r.expires_at as ExpiresAt,
          r.variant, r.locale, r.zone, r.subject, r.facts, k.name,
          case r.channel when 1 then {AudienceSql.Email} when 2 then {AudienceSql.Phone} end as Address,
          n.id as ConversationId, n.channel as ConversationChannel, n.user_id as UserId, n.reference, n.owner
        from recipient r left join customer k on k.id = r.customer_id left join conversation n on n.id = r.conversation_id
        where r.id {database.Among("ids")} order by r.id
        """;

    public async Task<IReadOnlyList<Recipient>> TakeAsync(DbConnection connection, RecipientClaim asked, long now)
    {
        List<(string Name, double PerSecond, double Tokens)> buckets = [];
        foreach ((string name, double perSecond) in asked.Buckets)
        {
            buckets.Add((name, perSecond, await TokensAsync(connection, name, perSecond, now)));
        }

        int limit = Math.Min(asked.Limit, (int)Math.Floor(buckets.Select(bucket => bucket.Tokens).DefaultIfEmpty(asked.Limit).Min()));
        if (limit <= 0)
        {
            return [];
        }

        long[] ids = [.. await connection.QueryAsync<long>(
            claim, new { asked.CampaignId, channel = (long)asked.Channel, now, until = now + (long)asked.Lease.TotalMilliseconds, limit })];
        foreach ((string name, double _, double tokens) in ids.Length == 0 ? [] : buckets)
        {
            await connection.ExecuteAsync("update throttle set tokens = @tokens, at = @now where name = @name", new { name, tokens = (long)((tokens - ids.Length) * Whole), now });
        }

        return ids.Length == 0 ? [] : [.. (await connection.QueryAsync<Row>(claimed, new { ids })).Select(row => row.Recipient())];
    }

    private async Task<double> TokensAsync(DbConnection connection, string name, double perSecond, long now)
    {
        double full = Math.Max(1, perSecond * BucketSeconds);
        await connection.ExecuteAsync("insert into throttle (name, tokens, at) values (@name, @full, @now) on conflict do nothing", new { name, full = (long)(full * Whole), now });
        (long tokens, long at) = await connection.QuerySingleAsync<(long, long)>($"select tokens, at from throttle where name = @name {database.ForUpdate}", new { name });

        // A clock that went back fills nothing.
        return Math.Min(full, tokens / Whole + Math.Max(0, now - at) / 1000.0 * perSecond);
    }

    // Properties, because a computed column has no type of its own that a constructor could be chosen by.
    private sealed record Row
    {
        public long Id { get; init; }
        public string CampaignId { get; init; } = "";
        public string Occurrence { get; init; } = "";
        public string CustomerId { get; init; } = "";
        public long Channel { get; init; }
        public long Purpose { get; init; }
        public long Attempts { get; init; }
        public long ExpiresAt { get; init; }
        public long Variant { get; init; }
        public string Locale { get; init; } = "";
        public string Zone { get; init; } = "";
        public string? Subject { get; init; }
        public string? Facts { get; init; }
        public string? Name { get; init; }
        public string? Address { get; init; }
        public string? ConversationId { get; init; }
        public string? ConversationChannel { get; init; }
        public string? UserId { get; init; }
        public byte[]? Reference { get; init; }
        public long? Owner { get; init; }

        public Recipient Recipient() => new()
        {
            Id = Id,
            CampaignId = CampaignId,
            Occurrence = Occurrence,
            CustomerId = CustomerId,
            Channel = (Reach)Channel,
            Purpose = (Purpose)Purpose,
            Attempts = Attempts,
            ExpiresAt = Moments.Of(ExpiresAt),
            Variant = (int)Variant,
            Locale = Locale,
            Zone = Zone,
            Subject = Subject,
            Facts = Facts is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize(Facts, OutreachJson.Default.DictionaryStringString) ?? [],
            Name = Name,
            Address = Channel == (long)Reach.Chat ? ConversationId : Address,
            Conversation = ConversationId is null ? null : new Conversation(ConversationId, ConversationChannel ?? "", UserId, 0, 0, (Owner)(Owner ?? 0), null, Reference),
        };
    }
}
