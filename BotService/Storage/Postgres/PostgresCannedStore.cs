using Dapper;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Desk.Replies;
using SupportBot.Desk.Stream;
using SupportBot.Operation;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresCannedStore(PostgresWork work, DeskSignals signals, TimeProvider time) : ICannedStore
{
    private const string List = """
        select id, shortcut, title, text, locale, case when owner_id is null then 'shared' else 'personal' end as Scope, stage, version
        from canned where (owner_id is null or owner_id = @staffId) and (@locale::text is null or locale = @locale) order by title, id
        """;

    private const string Insert = """
        insert into canned (id, owner_id, locale, stage, shortcut, title, text, version) values (@Id, @owner, @Locale, @Stage, @Shortcut, @Title, @Text, 1)
        """;

    private const string Update = """
        update canned set owner_id = @owner, locale = @Locale, stage = @Stage, shortcut = @Shortcut, title = @Title, text = @Text, version = version + 1
        where id = @Id and version = @Version and (owner_id = @staffId or (owner_id is null and @mayShared))
        """;

    private const string Delete = "delete from canned where id = @id and (owner_id = @staffId or (owner_id is null and @mayShared))";

    public ValueTask<IReadOnlyList<CannedReply>> ListAsync(string staffId, string? locale, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<CannedReply>>(
        async connection => [.. await connection.QueryAsync<CannedReply>(List, new { staffId, locale })],
        cancellation);

    public async Task<CannedReply?> SaveAsync(CannedReply reply, string staffId, bool mayShared, CancellationToken cancellation)
    {
        CannedReply kept = reply.Id.Length == 0 ? reply with { Id = RandomId.New() } : reply;
        int changed = await ChangeAsync(reply.Id.Length == 0 ? Insert : Update, Values(kept, staffId, mayShared), cancellation);
        return changed == 1 ? kept with { Version = reply.Id.Length == 0 ? 1 : reply.Version + 1 } : null;
    }

    public async Task<bool> DeleteAsync(string id, string staffId, bool mayShared, CancellationToken cancellation) =>
        await ChangeAsync(Delete, new { id, staffId, mayShared }, cancellation) == 1;

    public Task SeedAsync(IReadOnlyList<CannedReply> replies, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            int first = await connection.ExecuteAsync(@"insert into setting (name, value) values ('desk-canned', '\x01') on conflict do nothing");
            return first == 0 ? 0 : await connection.ExecuteAsync(Insert, replies.Select(reply => Values(reply with { Id = RandomId.New() }, "", true)));
        },
        cancellation);

    private static object Values(CannedReply reply, string staffId, bool mayShared) =>
        new { reply.Id, owner = reply.IsShared ? null : staffId, staffId, mayShared, reply.Locale, reply.Stage, reply.Shortcut, reply.Title, reply.Text, reply.Version };

    private async Task<int> ChangeAsync(string sql, object values, CancellationToken cancellation)
    {
        int changed = await work.WriteAsync(connection => TellAsync(connection, sql, values), cancellation, Room.Desk);
        signals.Wake(DeskNews.Journal);
        return changed;
    }

    private async Task<int> TellAsync(NpgsqlConnection connection, string sql, object values)
    {
        int changed = await connection.ExecuteAsync(sql, values);
        if (changed > 0)
        {
            await PostgresDeskJournal.AddAsync(connection, DeskEventKind.Canned, null, null, time.GetUtcNow().ToUnixTimeMilliseconds());
        }

        return changed;
    }
}
