using Dapper;
using SupportBot.Conversations.Nodes;

namespace SupportBot.Storage.Postgres;

/// <summary>Leases on PostgreSQL.</summary>
internal sealed class PostgresNodeStore(PostgresWork work) : INodeStore
{
    public Task BeginAsync(string lease, CancellationToken cancellation) =>
        WriteAsync("insert into node (lease, beats) values (@lease, 0)", new { lease }, cancellation);

    public Task<bool> BeatAsync(string lease, CancellationToken cancellation) =>
        WriteAsync("update node set beats = beats + 1 where lease = @lease", new { lease }, cancellation);

    public ValueTask<IReadOnlyList<NodeBeat>> ListAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<NodeBeat>>(
        async connection => [.. (await connection.QueryAsync<(string Lease, long Beats)>("select lease, beats from node")).Select(row => new NodeBeat(row.Lease, row.Beats))],
        cancellation);

    public Task<bool> EndAsync(NodeBeat last, CancellationToken cancellation) =>
        WriteAsync("delete from node where lease = @Lease and beats = @Beats", new { last.Lease, last.Beats }, cancellation);

    private Task<bool> WriteAsync(string sql, object values, CancellationToken cancellation) =>
        work.WriteAsync(async connection => await connection.ExecuteAsync(sql, values) == 1, cancellation);
}
