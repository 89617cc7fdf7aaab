using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Sqlite;

/// <summary>The journal on SQLite: one writer at a time, so ids are in the order of commit.</summary>
internal sealed class SqliteDeskJournal(SqliteReads reads, CommitLoop commits, TimeProvider time) : IDeskJournal
{
    private const string Select = "select id, kind, conversation_id, first_sequence, last_sequence, agent_id, former_agent_id, everyone, payload from desk_event where id > ?1 order by id limit ?2";

    public ValueTask<IReadOnlyList<DeskEvent>> ReadAsync(long after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<DeskEvent>>(reads.Read(connection => Read(connection, after, limit)));

    public ValueTask<(long Oldest, long Newest)> EndsAsync(CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
        connection.QuerySingle<(long, long)>("select coalesce((select min(id) from desk_event), 0), coalesce((select max(id) from desk_event), 0)")));

    public Task AddAsync(DeskEventKind kind, string? agentId, byte[]? payload, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.WriteAsync(connection => Add(connection, kind, agentId, payload, now), cancellation);
    }

    public Task TrimAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        long at = before.ToUnixTimeMilliseconds();
        return commits.WriteAsync(
            connection => connection.Execute("delete from desk_event where id in (select id from desk_event where at < @at and id < (select max(id) from desk_event) order by at limit 5000)", new { at }),
            cancellation);
    }

    /// <summary>For stores that change something and tell of it in one transaction.</summary>
    public static int Add(SqliteConnection connection, DeskEventKind kind, string? agentId, byte[]? payload, long now) =>
        connection.Execute("insert into desk_event (at, kind, agent_id, everyone, payload) values (@now, @kind, @agentId, 1, @payload)", new { now, kind = (int)kind, agentId, payload });

    private static List<DeskEvent> Read(SqliteConnection connection, long after, int limit)
    {
        using PreparedStatement statement = new(connection, Select);
        using PreparedStatement.Rows row = statement.Bind(after).Bind(limit).Query();
        List<DeskEvent> events = [];
        while (row.Next())
        {
            events.Add(new DeskEvent(
                row.Integer(0), (DeskEventKind)row.Integer(1), row.OptionalText(2), row.OptionalInteger(3), row.OptionalInteger(4),
                row.OptionalText(5), row.OptionalText(6), row.Integer(7) != 0, row.OptionalBlob(8)));
        }

        return events;
    }
}
