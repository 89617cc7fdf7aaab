using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations;

namespace SupportBot.Storage.Sqlite;

/// <summary>Viewed pages on SQLite.</summary>
internal sealed class SqliteViewedPages(SqliteReads reads, CommitLoop commits, TimeProvider time) : IViewedPages
{
    private const string See = """
        insert into viewed_page (conversation_id, url, title, at) select id, @Url, @Title, @now from conversation where id = @conversationId
        on conflict do update set url = excluded.url, title = excluded.title, at = excluded.at
        """;

    public Task SeeAsync(string conversationId, ViewedPage page, CancellationToken cancellation) => commits.WriteAsync(
        (SqliteConnection connection) => connection.Execute(See, new { conversationId, page.Url, page.Title, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellation);

    public ValueTask<ViewedPage?> OfAsync(string conversationId, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.QueryFirstOrDefault<ViewedPage>("select url, title from viewed_page where conversation_id = @conversationId", new { conversationId })));
}
