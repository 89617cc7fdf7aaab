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
