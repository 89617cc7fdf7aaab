using Dapper;
using SupportBot.Shop;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresRestockNotices(PostgresWork work, TimeProvider time) : IRestockNotices
{
    private const string Add = """
        insert into restock_notice (key, sku, conversation_id, locale, wanted_at) values (@Key, @Sku, @ConversationId, @Locale, @now)
        on conflict do nothing
        """;

    private const string Waiting = """
        select key, sku, conversation_id as ConversationId, locale from restock_notice
        where told_at is null and sku = @sku order by wanted_at limit @limit
        """;

    public Task AddAsync(RestockNotice notice, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Add, new { notice.Key, notice.Sku, notice.ConversationId, notice.Locale, now = Now }), cancellation);

    public ValueTask<IReadOnlyList<string>> WaitedForAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>("select distinct sku from restock_notice where told_at is null")],
        cancellation);

    public ValueTask<IReadOnlyList<RestockNotice>> WaitingAsync(string sku, int limit, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<RestockNotice>>(
        async connection => [.. await connection.QueryAsync<RestockNotice>(Waiting, new { sku, limit })],
        cancellation);

    public Task ToldAsync(string key, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync("update restock_notice set told_at = @now where key = @key and told_at is null", new { key, now = Now }), cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
