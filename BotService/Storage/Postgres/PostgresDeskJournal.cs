using Dapper;
using Npgsql;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Postgres;

/// <summary>The journal on PostgreSQL. Its ids are drawn in <see cref="Room.Desk"/>, so they become visible in their order.</summary>
internal sealed class PostgresDeskJournal(PostgresWork work, TimeProvider time) : IDeskJournal
{
    private const string Select = "select id, kind, conversation_id, first_sequence, last_sequence, agent_id, former_agent_id, everyone, payload from desk_event where id > $1 order by id limit $2";
    private const string Ends = "select coalesce((select min(id) from desk_event), 0), coalesce((select max(id) from desk_event), 0)";
    private const string Trim = "delete from desk_event where id in (select id from desk_event where at < @at and id < (select max(id) from desk_event) order by at limit 5000)";

    public ValueTask<IReadOnlyList<DeskEvent>> ReadAsync(long after, int limit, CancellationToken cancellation) => work.RowsAsync(
        Select,
        values => values.With(after).With(limit),
        row => new DeskEvent(
            row.GetInt64(0), (DeskEventKind)row.GetInt64(1), row.OptionalText(2), row.OptionalInteger(3), row.OptionalInteger(4),
            row.OptionalText(5), row.OptionalText(6), row.GetInt64(7) != 0, row.OptionalBlob(8)),
        cancellation);

    public ValueTask<(long Oldest, long Newest)> EndsAsync(CancellationToken cancellation) =>
        work.ReadAsync(connection => connection.QuerySingleAsync<(long, long)>(Ends), cancellation);

    public Task AddAsync(DeskEventKind kind, string? agentId, byte[]? payload, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return work.WriteAsync(connection => AddAsync(connection, kind, agentId, payload, now), cancellation, Room.Desk);
    }

    public Task TrimAsync(DateTimeOffset before, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Trim, new { at = before.ToUnixTimeMilliseconds() }), cancellation);

    /// <summary>For stores that change something and tell of it in one transaction, which has entered <see cref="Room.Desk"/>.</summary>
    public static Task<int> AddAsync(NpgsqlConnection connection, DeskEventKind kind, string? agentId, byte[]? payload, long now) =>
        connection.ExecuteAsync("insert into desk_event (at, kind, agent_id, everyone, payload) values (@now, @kind, @agentId, 1, @payload)", new { now, kind = (int)kind, agentId, payload });
}
