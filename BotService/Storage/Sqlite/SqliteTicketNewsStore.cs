using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Tickets;

namespace SupportBot.Storage.Sqlite;

/// <summary>News of tickets on SQLite.</summary>
internal sealed class SqliteTicketNewsStore(CommitLoop commits, TimeProvider time) : ITicketNewsStore
{
    private const string Keep = """
        insert into ticket_news (ticket_id, kind, version, due_at) values (@Id, @kind, @Version, @now)
        on conflict do update set kind = excluded.kind, version = excluded.version, due_at = excluded.due_at
        """;

    private const string Claim = """
        update ticket_news set due_at = @leaseEnd where ticket_id in (select ticket_id from ticket_news where due_at <= @now order by due_at limit @limit)
        returning ticket_id, kind, version
        """;

    public async Task<IReadOnlyList<TicketNews>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), leaseEnd = (now + lease).ToUnixTimeMilliseconds(), limit };
        (List<TicketNews> due, bool _) = await commits.WriteAsync(connection => (connection.Query<(string Id, long Kind, long Version)>(Claim, values).AsList().SelectMany(row => Of(connection, row)).ToList(), true), cancellation);
        return due;
    }

    public Task SettleAsync(TicketNews news, CancellationToken cancellation) => commits.WriteAsync(
        (SqliteConnection connection) => connection.Execute("delete from ticket_news where ticket_id = @Id and version = @Version", new { news.Ticket.Id, news.Version }),
        cancellation);

    /// <summary>Notes in the ticket's own transaction what its shopper is to hear.</summary>
    public static void Write(SqliteConnection connection, Ticket ticket, TicketNewsKind kind, DateTimeOffset at) =>
        connection.Execute(Keep, new { ticket.Id, kind = (int)kind, ticket.Version, now = at.ToUnixTimeMilliseconds() });

    private static IEnumerable<TicketNews> Of(SqliteConnection connection, (string Id, long Kind, long Version) row) =>
        SqliteTicketStore.Find(connection, row.Id) is { } view ? [new TicketNews(view.Ticket, (TicketNewsKind)row.Kind, row.Version)] : [];
}
