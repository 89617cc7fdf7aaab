using Dapper;
using Npgsql;
using SupportBot.Tickets;

namespace SupportBot.Storage.Postgres;

/// <summary>News of tickets on PostgreSQL: what another node is claiming is passed over.</summary>
internal sealed class PostgresTicketNewsStore(PostgresWork work, TimeProvider time) : ITicketNewsStore
{
    private const string Keep = """
        insert into ticket_news (ticket_id, kind, version, due_at) values (@Id, @kind, @Version, @now)
        on conflict (ticket_id) do update set kind = excluded.kind, version = excluded.version, due_at = excluded.due_at
        """;

    private const string Claim = """
        update ticket_news set due_at = @leaseEnd
        where ticket_id = any (array(select ticket_id from ticket_news where due_at <= @now order by due_at limit @limit for update skip locked))
        returning ticket_id, kind, version
        """;

    public Task<IReadOnlyList<TicketNews>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), leaseEnd = (now + lease).ToUnixTimeMilliseconds(), limit };
        return work.WriteAsync<IReadOnlyList<TicketNews>>(
            async connection =>
            {
                List<TicketNews> due = [];
                foreach ((string id, long kind, long version) in await connection.QueryAsync<(string, long, long)>(Claim, values))
                {
                    due.AddRange(await PostgresTicketStore.FindAsync(connection, id) is { } view ? [new TicketNews(view.Ticket, (TicketNewsKind)kind, version)] : []);
                }

                return due;
            },
            cancellation);
    }

    public Task SettleAsync(TicketNews news, CancellationToken cancellation) => work.WriteAsync(
        connection => connection.ExecuteAsync("delete from ticket_news where ticket_id = @Id and version = @Version", new { news.Ticket.Id, news.Version }),
        cancellation);

    /// <summary>Notes in the ticket's own transaction what its shopper is to hear.</summary>
    public static Task WriteAsync(NpgsqlConnection connection, Ticket ticket, TicketNewsKind kind, DateTimeOffset at) =>
        connection.ExecuteAsync(Keep, new { ticket.Id, kind = (long)kind, ticket.Version, now = at.ToUnixTimeMilliseconds() });
}
