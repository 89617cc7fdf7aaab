using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations.Nodes;

namespace SupportBot.Storage.Sqlite;

/// <summary>Leases on SQLite.</summary>
internal sealed class SqliteNodeStore(SqliteReads reads, CommitLoop commits) : INodeStore
{
    public Task BeginAsync(string lease, CancellationToken cancellation) =>
        WriteAsync("insert into node (lease, beats) values (@lease, 0)", new { lease }, cancellation);

    public Task<bool> BeatAsync(string lease, CancellationToken cancellation) =>
        WriteAsync("update node set beats = beats + 1 where lease = @lease", new { lease }, cancellation);

    public ValueTask<IReadOnlyList<NodeBeat>> ListAsync(CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<NodeBeat>>(reads.Read(connection => connection.Query<(string Lease, long Beats)>("select lease, beats from node").Select(row => new NodeBeat(row.Lease, row.Beats)).ToArray()));

    public Task<bool> EndAsync(NodeBeat last, CancellationToken cancellation) =>
        WriteAsync("delete from node where lease = @Lease and beats = @Beats", new { last.Lease, last.Beats }, cancellation);

    private Task<bool> WriteAsync(string sql, object values, CancellationToken cancellation) =>
        commits.WriteAsync((SqliteConnection connection) => connection.Execute(sql, values) == 1, cancellation);
}
