using Dapper;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>Viewed pages on PostgreSQL.</summary>
internal sealed class PostgresViewedPages(PostgresWork work, TimeProvider time) : IViewedPages
{
    private const string See = """
        insert into viewed_page (conversation_id, url, title, at) select id, @Url, @Title, @now from conversation where id = @conversationId
        on conflict (conversation_id) do update set url = excluded.url, title = excluded.title, at = excluded.at
        """;

    public Task SeeAsync(string conversationId, ViewedPage page, CancellationToken cancellation) => work.WriteAsync(
        connection => connection.ExecuteAsync(See, new { conversationId, page.Url, page.Title, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellation);

    public ValueTask<ViewedPage?> OfAsync(string conversationId, CancellationToken cancellation) => work.ReadAsync<ViewedPage?>(
        connection => connection.QueryFirstOrDefaultAsync<ViewedPage?>("select url, title from viewed_page where conversation_id = @conversationId", new { conversationId }),
        cancellation);
}
