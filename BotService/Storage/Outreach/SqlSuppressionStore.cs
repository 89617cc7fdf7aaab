using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Consents;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlSuppressionStore(IOutreachDatabase database, PhoneNumbers phones, TimeProvider time) : ISuppressionStore
{
    public ValueTask<IReadOnlyList<Suppression>> ListAsync(int limit, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<Suppression>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>("select channel, hash, shown, reason, at from suppression order by at desc limit @limit", new { limit }))
                .Select(row => new Suppression((Reach)row.Channel, row.Shown, row.Reason, Moments.Of(row.At), Suppression.KeyOf((Reach)row.Channel, row.Hash))),
        ],
        cancellation);

    public ValueTask<bool> HoldsAsync(Reach channel, string address, CancellationToken cancellation) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(
            $"select count(*) from suppression where channel = @channel and hash {database.In("hashes")}", new { channel = (long)channel, hashes = Suppression.HashesOf(channel, address, phones) }) > 0,
        cancellation);

    public Task AddAsync(Reach channel, string address, string reason, AuditEntry? audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            int added = await connection.ExecuteAsync(
                "insert into suppression (channel, hash, shown, reason, at) values (@channel, @hash, @shown, @reason, @now) on conflict do nothing",
                new
                {
                    channel = (long)channel,
                    hash = Suppression.HashOf(address),
                    shown = ContactPoints.Masked(new Contact(channel == Reach.Email ? ContactKind.Email : ContactKind.Phone, address, false)),
                    reason,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                });
            if (audit is not null)
            {
                await database.AuditAsync(connection, audit);
            }

            return added;
        },
        cancellation);

    public Task LiftAsync(Reach channel, string address, string reason, CancellationToken cancellation) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            $"delete from suppression where channel = @channel and hash {database.In("hashes")} and reason = @reason", new { channel = (long)channel, hashes = Suppression.HashesOf(channel, address, phones), reason }),
        cancellation);

    public Task<bool> RemoveAsync(Reach channel, byte[] hash, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            bool removed = await connection.ExecuteAsync("delete from suppression where channel = @channel and hash = @hash", new { channel = (long)channel, hash }) > 0;
            if (removed)
            {
                await database.AuditAsync(connection, audit);
            }

            return removed;
        },
        cancellation);

    private sealed record Row(long Channel, byte[] Hash, string Shown, string Reason, long At);
}
