using System.Globalization;
using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Outreach.Planning;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlOwnerDayStore(IOutreachDatabase database) : IOwnerDayStore
{
    private const string Save = """
        insert into owner_day (id, kind, day, yearly, name_en, name_zh) values (@Id, @kind, @day, @yearly, @English, @Chinese)
        on conflict (id) do update set kind = excluded.kind, day = excluded.day, yearly = excluded.yearly, name_en = excluded.name_en, name_zh = excluded.name_zh
        """;

    public ValueTask<IReadOnlyList<OwnerDay>> AllAsync(CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<OwnerDay>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>("select id, kind, day, yearly, name_en as English, name_zh as Chinese from owner_day order by day, id"))
                .Select(row => new OwnerDay(row.Id, (OwnerDayKind)row.Kind, DateOnly.ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Yearly != 0, row.English, row.Chinese)),
        ],
        cancellation);

    public Task SaveAsync(IReadOnlyList<OwnerDay> days, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            int written = await connection.ExecuteAsync(Save, days.Select(day => new
            {
                day.Id,
                kind = (long)day.Kind,
                day = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                yearly = day.Yearly ? 1L : 0L,
                day.English,
                day.Chinese,
            }));
            await database.AuditAsync(connection, audit);
            return written;
        },
        cancellation);

    public Task<bool> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation) => database.WriteAsync(
        async connection =>
        {
            bool deleted = await connection.ExecuteAsync("delete from owner_day where id = @id", new { id }) > 0;
            if (deleted)
            {
                await database.AuditAsync(connection, audit);
            }

            return deleted;
        },
        cancellation);

    private sealed record Row(string Id, long Kind, string Day, long Yearly, string English, string Chinese);
}
