using Npgsql;
using SupportBot.Desk.Floor;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresFloorStore(PostgresWork work, TimeProvider time) : IFloorStore
{
    private const string Figures = """
        select
          (select count(*) from assignment where owner = 1 and status = 0),
          (select coalesce(greatest(0, $2 - min(queued_at)) / 1000, 0) from assignment where owner = 1 and status = 0),
          count(*) filter (where answered_at - queued_at <= 20000),
          count(*) filter (where answered_at - queued_at <= 100000),
          count(*) filter (where answered_at - queued_at <= 180000),
          count(*) filter (where accepted_at is null and outcome = 2),
          count(answered_at)
        from service where queued_at >= $1
        """;

    private const string Busy = "select coalesce(sum(coalesce(ended_at, accepted_at) - accepted_at), 0)::bigint from service where queued_at >= $1 and queued_at < $2";

    public async ValueTask<double> BusySecondsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        (await work.RowsAsync(Busy, values => values.With(from.ToUnixTimeMilliseconds()).With(to.ToUnixTimeMilliseconds()), row => row.GetInt64(0), cancellation))[0] / 1000.0;

    public async ValueTask<FloorFigures> FiguresAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return (await work.RowsAsync(Figures, values => values.With(since.ToUnixTimeMilliseconds()).With(now), Read, cancellation))[0];
    }

    private static FloorFigures Read(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6));
}
