using Dapper;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;

namespace SupportBot.Storage.Postgres;

/// <summary>The desk's lists on PostgreSQL: every view walks one index, a page at a time.</summary>
internal sealed class PostgresDeskStore(PostgresWork work, TimeProvider time) : IDeskStore
{
    private const string FromAssignments = "assignment a join conversation c on c.id = a.conversation_id";
    private const string FromConversations = "conversation c left join assignment a on a.conversation_id = c.id";
    private const string WaitingKey = "coalesce(a.waiting_since, 8000000000000 - a.last_at)";

    // The conversations of a rare tag are looked up and sorted; the index on the list's order must not tempt the planner.
    private const string FromTagged = """
        (select tagged.* from assignment_tag t join assignment tagged on tagged.conversation_id = t.conversation_id where t.tag = $9 offset 0) a
        join conversation c on c.id = a.conversation_id
        """;

    // A shopper who only opened the chat has said nothing yet; what was silent for a day is no longer the bot's work.
    private const string WithBot = "c.owner = 0 and c.last_sequence > 2 and c.active_at > $2 - 86400000";

    private const string Count = """
        select
          (select count(*) from (select 1 from assignment where owner = 2 and agent_id = $1 and status = 0 limit $3) mine),
          (select count(*) from (select 1 from assignment where owner = 1 and status = 0 limit $3) unassigned),
          (select count(*) from (select 1 from assignment where owner > 0 and status = 0 limit $3) open),
          (select count(*) from (select 1 from conversation c where c.owner = 0 and c.last_sequence > 2 and c.active_at > $2 - 86400000 limit $3) bot)
        """;

    private const string Rare = "select count(*) from (select 1 from assignment_tag where tag = $1 limit 2001) tagged";

    // How much was heard up to a message: all of it but what came behind. The journal's row is the last, so that the desk is held up least.
    private const string Mark = """
        with marked as (
          insert into desk_read (conversation_id, agent_id, sequence, heard)
          select a.conversation_id, @readerId, least(@sequence, c.last_sequence),
            a.heard - (select count(*) from message m where m.conversation_id = a.conversation_id and m.sequence > @sequence and m.sender = 0)
          from assignment a join conversation c on c.id = a.conversation_id where a.conversation_id = @conversationId
          on conflict (conversation_id, agent_id) do update set sequence = excluded.sequence, heard = excluded.heard where excluded.sequence > desk_read.sequence
          returning conversation_id)
        insert into desk_event (at, kind, conversation_id, agent_id, everyone)
        select @now, 0, a.conversation_id, case when a.owner = 2 then a.agent_id end, 0 from marked join assignment a using (conversation_id)
        """;

    private const string Retag = """
        delete from assignment_tag where conversation_id = @conversationId;
        insert into assignment_tag (tag, conversation_id) select distinct tag, @conversationId from unnest(@tags) tag;
        update assignment set revision = revision + 1 where conversation_id = @conversationId;
        insert into desk_event (at, kind, conversation_id, agent_id, everyone)
        select @now, 0, conversation_id, case when owner = 2 then agent_id end, 1 from assignment where conversation_id = @conversationId;
        """;

    public async ValueTask<IReadOnlyList<DeskConversation>> ListAsync(DeskFilter filter, string readerId, int limit, CancellationToken cancellation)
    {
        long now = Now;
        string sql = Sql(filter, filter.Tag is { } tag && filter.View != DeskView.Bot && await IsRareAsync(tag, cancellation));
        return await work.RowsAsync(
            sql,
            values => values.With(readerId).With(now).With((long)filter.Status).With(filter.Agent).With(filter.After?.Key).With(filter.After?.Id)
                .With(filter.Channel).With(filter.Locale).With(filter.Tag).With(limit),
            DeskRows.Read,
            cancellation);
    }

    public async ValueTask<DeskCounts> CountAsync(string readerId, CancellationToken cancellation)
    {
        long now = Now;
        IReadOnlyList<DeskCounts> counted = await work.RowsAsync(
            Count,
            values => values.With(readerId).With(now).With(DeskCounts.Most),
            row => new DeskCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellation);
        return counted[0];
    }

    public ValueTask<IReadOnlyList<DeskConversation>> FindAsync(IReadOnlyCollection<string> ids, string? readerId, CancellationToken cancellation) => work.RowsAsync(
        DeskRows.Select("c.last_at", FromConversations, "coalesce($1, a.agent_id)") + " where c.id = any ($2)",
        values => values.With(readerId).With(ids),
        DeskRows.Read,
        cancellation);

    public ValueTask<IReadOnlyList<DeskConversation>> HistoryAsync(string userId, string exceptId, int limit, CancellationToken cancellation) => work.RowsAsync(
        DeskRows.Select("c.created_at", FromConversations, "null") + " where c.user_id = $1 and c.id <> $2 order by c.created_at desc limit $3",
        values => values.With(userId).With(exceptId).With(limit),
        DeskRows.Read,
        cancellation);

    public ValueTask<long> ReadToAsync(string conversationId, string readerId, CancellationToken cancellation) => work.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<long>("select sequence from desk_read where conversation_id = @conversationId and agent_id = @readerId", new { conversationId, readerId }),
        cancellation);

    public Task MarkReadAsync(string conversationId, string readerId, long sequence, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Mark, new { conversationId, readerId, sequence, now = Now }), cancellation);

    public Task TagAsync(string conversationId, IReadOnlyList<string> tags, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Retag, new { conversationId, tags = tags.ToArray(), now = Now }), cancellation, Room.Desk);

    /// <summary>The statement of a list, whose plan tests look at.</summary>
    public static string Sql(DeskFilter filter, bool rareTag)
    {
        bool waiting = filter.Sort == DeskSort.Waiting && filter.View != DeskView.Bot;
        bool bot = filter.View == DeskView.Bot;
        string key = bot ? "c.active_at" : waiting ? WaitingKey : "a.last_at";
        string id = bot ? "c.id" : "a.conversation_id";
        string beyond = waiting ? $"{key} >= $5 and ({key} > $5 or {id} > $6)" : $"{key} <= $5 and ({key} < $5 or {id} > $6)";
        string conditions = string.Concat(
            filter.After is null ? "" : $" and {beyond}",
            filter.Channel is null ? "" : " and c.channel = $7",
            filter.Locale is null ? "" : " and a.locale = $8",
            filter.Tag is null || rareTag ? "" : " and exists (select 1 from assignment_tag t where t.tag = $9 and t.conversation_id = c.id)",
            filter.Agent is null ? "" : " and a.agent_id = $4");
        string direction = waiting ? "" : " desc";
        return DeskRows.Select(key, bot ? FromConversations : rareTag ? FromTagged : FromAssignments, "$1")
            + $" where {Where(filter)}{conditions} order by {key}{direction}, {id} limit $10";
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<bool> IsRareAsync(string tag, CancellationToken cancellation) =>
        (await work.RowsAsync(Rare, values => values.With(tag), row => row.GetInt64(0), cancellation))[0] <= 2_000;

    // The status stands in the text, so that each has a plan that fits how many there are of it.
    private static string Where(DeskFilter filter) => (filter.View, filter.Status) switch
    {
        (DeskView.Bot, _) => WithBot,
        (DeskView.Mine, AssignmentStatus.Resolved) => "a.status = 2 and a.agent_id = $1",
        (DeskView.Mine, _) => $"a.owner = 2 and a.agent_id = $1 and a.status = {(int)filter.Status}",
        (DeskView.Unassigned, _) => "a.owner = 1 and a.status = 0",
        (DeskView.All, AssignmentStatus.Resolved) => "a.status = 2",
        (DeskView.All, _) => $"a.owner > 0 and a.status = {(int)filter.Status}",
    };
}
