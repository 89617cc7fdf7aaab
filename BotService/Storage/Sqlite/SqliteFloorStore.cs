using SupportBot.Desk.Floor;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteFloorStore(SqliteReads reads, TimeProvider time) : IFloorStore
{
    private const string Figures = """
        select
          (select count(*) from assignment where owner = 1 and status = 0),
          (select coalesce(max(0, ?2 - min(queued_at)) / 1000, 0) from assignment where owner = 1 and status = 0),
          coalesce(sum(answered_at - queued_at <= 20000), 0),
          coalesce(sum(answered_at - queued_at <= 100000), 0),
          coalesce(sum(answered_at - queued_at <= 180000), 0),
          coalesce(sum(accepted_at is null and outcome = 2), 0),
          count(answered_at)
        from service where queued_at >= ?1
        """;

    private const string Busy = "select coalesce(sum(coalesce(ended_at, accepted_at) - accepted_at), 0) from service where queued_at >= ?1 and queued_at < ?2";

    public ValueTask<double> BusySecondsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
    {
        using PreparedStatement statement = new(connection, Busy);
        using PreparedStatement.Rows row = statement.Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds()).Query();
        return row.Next() ? row.Integer(0) / 1000.0 : 0;
    }));

    public ValueTask<FloorFigures> FiguresAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult(reads.Read(connection =>
        {
            using PreparedStatement statement = new(connection, Figures);
            using PreparedStatement.Rows row = statement.Bind(since.ToUnixTimeMilliseconds()).Bind(now).Query();
            row.Next();
            return new FloorFigures(row.Integer(0), row.Integer(1), row.Integer(2), row.Integer(3), row.Integer(4), row.Integer(5), row.Integer(6));
        }));
    }
}
