using System.Text.Json;
using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Outreach;
using SupportBot.Outreach.Segments;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlSegmentStore(IOutreachDatabase database, TimeProvider time) : ISegmentStore
{
    private readonly SqlNamedStore rows = new(database, time, "segment", "rule");

    public async ValueTask<IReadOnlyList<Segment>> AllAsync(CancellationToken cancellation) => [.. (await rows.QueryAsync(null, cancellation)).Select(Of)];

    public async ValueTask<Segment?> FindAsync(string id, CancellationToken cancellation) => (await rows.QueryAsync(id, cancellation)).Select(Of).FirstOrDefault();

    public Task<OutreachSaved> SaveAsync(Segment segment, AuditEntry audit, CancellationToken cancellation) =>
        rows.SaveAsync(new NamedRow(segment.Id, segment.Name, JsonSerializer.Serialize(segment.Rule, OutreachJson.Default.SegmentRule), 0, segment.Version), audit, cancellation);

    public Task<OutreachSaved> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation) => rows.DeleteAsync(id, audit, cancellation);

    public ValueTask<(long Matching, long All)> CountAsync(SegmentSql segment, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            DynamicParameters values = AudienceSql.Parameters(segment, time.GetUtcNow());
            return (await connection.ExecuteScalarAsync<long>($"select count(*) from customer k where {AudienceSql.Living} and {segment.Condition}", values),
                await connection.ExecuteScalarAsync<long>($"select count(*) from customer k where {AudienceSql.Living}"));
        },
        cancellation);

    private static Segment Of(NamedRow row) => new(
        row.Id, row.Name, JsonSerializer.Deserialize(row.Body, OutreachJson.Default.SegmentRule) ?? new SegmentRule(), Moments.Of(row.UpdatedAt), row.Version);
}
