using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations;
using SupportBot.Desk.Replies;
using SupportBot.Desk.Stream;
using SupportBot.Operation;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteCannedStore(SqliteReads reads, CommitLoop commits, DeskSignals signals, TimeProvider time) : ICannedStore
{
    private const string List = """
        select id, shortcut, title, text, locale, case when owner_id is null then 'shared' else 'personal' end as Scope, stage, version
        from canned where (owner_id is null or owner_id = @staffId) and (@locale is null or locale = @locale) order by title, id
        """;

    private const string Insert = """
        insert into canned (id, owner_id, locale, stage, shortcut, title, text, version) values (@Id, @owner, @Locale, @Stage, @Shortcut, @Title, @Text, 1)
        """;

    private const string Update = """
        update canned set owner_id = @owner, locale = @Locale, stage = @Stage, shortcut = @Shortcut, title = @Title, text = @Text, version = version + 1
        where id = @Id and version = @Version and (owner_id = @staffId or (owner_id is null and @mayShared))
        """;

    public ValueTask<IReadOnlyList<CannedReply>> ListAsync(string staffId, string? locale, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<CannedReply>>(reads.Read(connection => connection.Query<CannedReply>(List, new { staffId, locale }).ToList()));

    public async Task<CannedReply?> SaveAsync(CannedReply reply, string staffId, bool mayShared, CancellationToken cancellation)
    {
        CannedReply kept = reply.Id.Length == 0 ? reply with { Id = RandomId.New() } : reply;
        int changed = await commits.WriteAsync(connection => Tell(connection, connection.Execute(reply.Id.Length == 0 ? Insert : Update, Values(kept, staffId, mayShared))), cancellation);
        signals.Wake(DeskNews.Journal);
        return changed == 1 ? kept with { Version = reply.Id.Length == 0 ? 1 : reply.Version + 1 } : null;
    }

    public async Task<bool> DeleteAsync(string id, string staffId, bool mayShared, CancellationToken cancellation)
    {
        int deleted = await commits.WriteAsync(connection => Tell(connection, connection.Execute("delete from canned where id = @id and (owner_id = @staffId or (owner_id is null and @mayShared))", new { id, staffId, mayShared })), cancellation);
        signals.Wake(DeskNews.Journal);
        return deleted == 1;
    }

    public Task SeedAsync(IReadOnlyList<CannedReply> replies, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            int first = connection.Execute("insert into setting (name, value) values ('desk-canned', x'01') on conflict do nothing");
            return first == 0 ? 0 : replies.Sum(reply => connection.Execute(Insert, Values(reply with { Id = RandomId.New() }, "", true)));
        },
        cancellation);

    private static object Values(CannedReply reply, string staffId, bool mayShared) =>
        new { reply.Id, owner = reply.IsShared ? null : staffId, staffId, mayShared, reply.Locale, reply.Stage, reply.Shortcut, reply.Title, reply.Text, reply.Version };

    private int Tell(SqliteConnection connection, int changed)
    {
        if (changed > 0)
        {
            SqliteDeskJournal.Add(connection, DeskEventKind.Canned, null, null, time.GetUtcNow().ToUnixTimeMilliseconds());
        }

        return changed;
    }
}
