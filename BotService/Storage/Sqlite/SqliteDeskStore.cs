using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;

namespace SupportBot.Storage.Sqlite;

/// <summary>The desk's lists on SQLite: every view walks one index, a page at a time.</summary>
internal sealed class SqliteDeskStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IDeskStore
{
    private const string FromAssignments = "assignment a join conversation c on c.id = a.conversation_id";
    private const string FromTagged = "assignment_tag t cross join assignment a on a.conversation_id = t.conversation_id join conversation c on c.id = a.conversation_id";
    private const string FromConversations = "conversation c left join assignment a on a.conversation_id = c.id";
    private const string WaitingKey = "coalesce(a.waiting_since, 8000000000000 - a.last_at)";

    // A shopper who only opened the chat has said nothing yet; what was silent for a day is no longer the bot's work.
    private const string WithBot = "c.owner = 0 and c.last_sequence > 2 and c.active_at > ?2 - 86400000";

    private const string Count = """
        select
          (select count(*) from (select 1 from assignment where owner = 2 and agent_id = ?1 and status = 0 limit ?3)),
          (select count(*) from (select 1 from assignment where owner = 1 and status = 0 limit ?3)),
          (select count(*) from (select 1 from assignment where owner > 0 and status = 0 limit ?3)),
          (select count(*) from (select 1 from conversation c where c.owner = 0 and c.last_sequence > 2 and c.active_at > ?2 - 86400000 limit ?3))
        """;

    // How much was heard up to a message: all of it but what came behind.
    private const string Mark = """
        insert into desk_read (conversation_id, agent_id, sequence, heard)
        select a.conversation_id, @readerId, min(@sequence, c.last_sequence),
          a.heard - (select count(*) from message m where m.conversation_id = a.conversation_id and m.sequence > @sequence and m.sender = 0)
        from assignment a join conversation c on c.id = a.conversation_id where a.conversation_id = @conversationId
        on conflict (conversation_id, agent_id) do update set sequence = excluded.sequence, heard = excluded.heard where excluded.sequence > desk_read.sequence
        """;

    private const string Retag = """
        delete from assignment_tag where conversation_id = @conversationId;
        insert into assignment_tag (tag, conversation_id) select value, @conversationId from json_each(@tags);
        update assignment set revision = revision + 1 where conversation_id = @conversationId;
        """;

    private const string Tell = """
        insert into desk_event (at, kind, conversation_id, agent_id, everyone)
        select @now, 0, conversation_id, case when owner = 2 then agent_id end, @everyone from assignment where conversation_id = @conversationId
        """;

    public ValueTask<IReadOnlyList<DeskConversation>> ListAsync(DeskFilter filter, string readerId, int limit, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        string sql = Sql(filter, filter.Tag is { } tag && IsRare(tag));
        return Rows(sql, statement => statement
            .Bind(readerId).Bind(now).Bind((long)filter.Status).Bind(filter.Agent).Bind(filter.After?.Key).Bind(filter.After?.Id)
            .Bind(filter.Channel).Bind(filter.Locale).Bind(filter.Tag).Bind(limit));
    }

    public ValueTask<DeskCounts> CountAsync(string readerId, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult(reads.Read(connection =>
        {
            using PreparedStatement statement = new(connection, Count);
            using PreparedStatement.Rows row = statement.Bind(readerId).Bind(now).Bind(DeskCounts.Most).Query();
            return row.Next() ? new DeskCounts(row.Integer(0), row.Integer(1), row.Integer(2), row.Integer(3)) : default;
        }));
    }

    public ValueTask<IReadOnlyList<DeskConversation>> FindAsync(IReadOnlyCollection<string> ids, string? readerId, CancellationToken cancellation) => Rows(
        DeskRows.Select("c.last_at", FromConversations, "coalesce(?1, a.agent_id)") + " where c.id in (select value from json_each(?2))",
        statement => statement.Bind(readerId).Bind(JsonSerializer.Serialize([.. ids], StoredJson.Default.IReadOnlyListString)));

    public ValueTask<IReadOnlyList<DeskConversation>> HistoryAsync(string userId, string exceptId, int limit, CancellationToken cancellation) => Rows(
        DeskRows.Select("c.created_at", FromConversations, "null") + " where c.user_id = ?1 and c.id <> ?2 order by c.created_at desc limit ?3",
        statement => statement.Bind(userId).Bind(exceptId).Bind(limit));

    public ValueTask<long> ReadToAsync(string conversationId, string readerId, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
        connection.QueryFirstOrDefault<long>("select sequence from desk_read where conversation_id = @conversationId and agent_id = @readerId", new { conversationId, readerId })));

    public Task MarkReadAsync(string conversationId, string readerId, long sequence, CancellationToken cancellation) => commits.WriteAsync(
        connection => connection.Execute(Mark, new { conversationId, readerId, sequence }) > 0 ? Announce(connection, conversationId, everyone: false) : 0,
        cancellation);

    public Task TagAsync(string conversationId, IReadOnlyList<string> tags, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            connection.Execute(Retag, new { conversationId, tags = JsonSerializer.Serialize(tags, StoredJson.Default.IReadOnlyListString) });
            return Announce(connection, conversationId, everyone: true);
        },
        cancellation);

    private int Announce(SqliteConnection connection, string conversationId, bool everyone) =>
        connection.Execute(Tell, new { conversationId, everyone, now = time.GetUtcNow().ToUnixTimeMilliseconds() });

    private ValueTask<IReadOnlyList<DeskConversation>> Rows(string sql, Action<PreparedStatement> bind) =>
        ValueTask.FromResult<IReadOnlyList<DeskConversation>>(reads.Read(connection => DeskRows.Read(connection, sql, bind)));

    // The conversations of a rare tag are looked up and sorted; those of a common one are met soon enough on the list's own way.
    private bool IsRare(string tag) => reads.Read(connection => connection.QuerySingle<long>("select count(*) from (select 1 from assignment_tag where tag = @tag limit 2001)", new { tag })) <= 2_000;

    private static string Sql(DeskFilter filter, bool rareTag)
    {
        bool waiting = filter.Sort == DeskSort.Waiting && filter.View != DeskView.Bot;
        bool bot = filter.View == DeskView.Bot;
        string key = bot ? "c.active_at" : waiting ? WaitingKey : "a.last_at";
        string id = bot ? "c.id" : "a.conversation_id";
        string beyond = waiting ? $"({key} > ?5 or ({key} = ?5 and {id} > ?6))" : $"({key} < ?5 or ({key} = ?5 and {id} > ?6))";
        string conditions = string.Concat(
            filter.After is null ? "" : $" and {beyond}",
            filter.Channel is null ? "" : " and c.channel = ?7",
            filter.Locale is null ? "" : " and a.locale = ?8",
            filter.Tag is null ? "" : rareTag && !bot ? " and t.tag = ?9" : " and exists (select 1 from assignment_tag t where t.tag = ?9 and t.conversation_id = c.id)",
            filter.Agent is null ? "" : " and a.agent_id = ?4");
        string direction = waiting ? "" : " desc";
        return DeskRows.Select(key, bot ? FromConversations : rareTag ? FromTagged : FromAssignments, "?1")
            + $" where {Where(filter)}{conditions} order by {key}{direction}, {id} limit ?10";
    }

    private static string Where(DeskFilter filter) => (filter.View, filter.Status) switch
    {
        (DeskView.Bot, _) => WithBot,
        (DeskView.Mine, AssignmentStatus.Resolved) => "a.status = 2 and a.agent_id = ?1",
        (DeskView.Mine, _) => "a.owner = 2 and a.agent_id = ?1 and a.status = ?3",
        (DeskView.Unassigned, _) => "a.owner = 1 and a.status = 0",
        (DeskView.All, AssignmentStatus.Resolved) => "a.status = 2",
        (DeskView.All, _) => "a.owner > 0 and a.status = ?3",
    };
}
