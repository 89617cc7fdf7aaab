using Dapper;
using SupportBot.Outreach.Jobs;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlStoreClock(IOutreachDatabase database) : IStoreClock
{
    public async ValueTask<DateTimeOffset?> NowAsync(CancellationToken cancellation) => database.Clock is { } clock
        ? Moments.Of(await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"select {clock}"), cancellation))
        : null;
}
