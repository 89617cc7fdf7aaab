using Dapper;
using SupportBot.Shop;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteRestockNotices(SqliteReads reads, CommitLoop commits, TimeProvider time) : IRestockNotices
{
    private const string Add = """
        insert into restock_notice (key, sku, conversation_id, locale, wanted_at) values (@Key, @Sku, @ConversationId, @Locale, @now)
        on conflict do nothing
        """;

    private const string Waiting = """
        select key, sku, conversation_id as ConversationId, locale from restock_notice
        where told_at is null and sku = @sku order by wanted_at limit @limit
        """;

    public async Task AddAsync(RestockNotice notice, CancellationToken cancellation) => await commits.WriteAsync(
        connection => connection.Execute(Add, new { notice.Key, notice.Sku, notice.ConversationId, notice.Locale, now = Now }), cancellation);

    public ValueTask<IReadOnlyList<string>> WaitedForAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => (IReadOnlyList<string>)[.. connection.Query<string>("select distinct sku from restock_notice where told_at is null")]));

    public ValueTask<IReadOnlyList<RestockNotice>> WaitingAsync(string sku, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => (IReadOnlyList<RestockNotice>)[.. connection.Query<RestockNotice>(Waiting, new { sku, limit })]));

    public async Task ToldAsync(string key, CancellationToken cancellation) => await commits.WriteAsync(
        connection => connection.Execute("update restock_notice set told_at = @now where key = @key and told_at is null", new { key, now = Now }), cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
