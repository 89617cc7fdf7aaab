using Dapper;
using SupportBot.Outreach.Jobs;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlJobRunStore(IOutreachDatabase database) : IJobRunStore
{
    private const string Save = """
        insert into outreach_job (name, started, finished, next, runs, misfires, node, error) values (@Name, @started, @finished, @next, @Runs, @Misfires, @Node, @Error)
        on conflict (name) do update set started = excluded.started, finished = excluded.finished, next = excluded.next,
          runs = outreach_job.runs + excluded.runs, misfires = outreach_job.misfires + excluded.misfires, node = excluded.node, error = excluded.error
        """;

    public ValueTask<IReadOnlyList<JobRun>> AllAsync(CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<JobRun>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>("select name, started, finished, next, runs, misfires, node, error from outreach_job order by name"))
                .Select(row => new JobRun(row.Name, Moments.Of(row.Started), Moments.Of(row.Finished), Moments.Of(row.Next), row.Runs, row.Misfires, row.Node, row.Error)),
        ],
        cancellation);

    public Task SaveAsync(JobRun run, CancellationToken cancellation) => database.WriteAsync(
        connection => connection.ExecuteAsync(Save, new
        {
            run.Name,
            started = run.Started?.ToUnixTimeMilliseconds(),
            finished = run.Finished?.ToUnixTimeMilliseconds(),
            next = run.Next?.ToUnixTimeMilliseconds(),
            run.Runs,
            run.Misfires,
            run.Node,
            run.Error,
        }),
        cancellation);

    private sealed record Row(string Name, long? Started, long? Finished, long? Next, long Runs, long Misfires, string? Node, string? Error);
}
