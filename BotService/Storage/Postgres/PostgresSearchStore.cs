using Dapper;
using SupportBot.Conversations;
using SupportBot.Desk.Search;

namespace SupportBot.Storage.Postgres;

/// <summary>Search on an index of words. It is filled behind the commits, so that a turn does not pay for it.</summary>
internal sealed class PostgresSearchStore(PostgresWork work) : ISearchStore
{
    // A common word fills the page with what was said lately: whatever the planner thinks of it, no more than this is looked at.
    private const string Lately = """
        select id, conversation_id, sequence, at from (select * from searchable where id < $2 order by id desc limit 4000) newest where words @@ $1::tsquery
        """;

    // A rarer word is looked up, and what it gives is sorted before the rest of it is fetched. The sum keeps the planner from reading
    // everything in the order of the ids instead.
    private const string Ever = "select id + 0 as id, conversation_id, sequence, at from searchable where words @@ $1::tsquery and id < $2 order by 1 desc offset 0";

    private const string Due = $"select d.id, {MessageRow.Columns} from search_due d join message m using (conversation_id, sequence) order by d.id limit $1";

    // Of two nodes that read the same messages, the first takes them off the list and the second finds them gone.
    private const string Take = """
        delete from search_due where id > @From and id <= @To and (conversation_id, sequence) in (select * from unnest(@ids, @sequences))
        returning conversation_id, sequence
        """;

    private const string Add = """
        insert into searchable (conversation_id, sequence, at, words)
        select * from unnest(@ids, @sequences, @times, @words::tsvector[]) on conflict do nothing
        """;

    public async ValueTask<IReadOnlyList<SearchHit>> FindAsync(SearchRequest request, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<SearchHit> lately = await FindAsync(Sql(Lately), request, limit, cancellation);
        return lately.Count == limit ? lately : await FindAsync(Sql(Ever), request, limit, cancellation);
    }

    /// <summary>The statement of a search, whose plan tests look at.</summary>
    public static string LookUp => Sql(Ever);

    private ValueTask<IReadOnlyList<SearchHit>> FindAsync(string sql, SearchRequest request, int limit, CancellationToken cancellation) => work.RowsAsync(
        sql,
        values => values.With(TextSearch.Query(request.Query)).With(request.Before).With(AssignmentRows.Milliseconds(request.From)).With(AssignmentRows.Milliseconds(request.To))
            .With(request.Channel).With(request.Agent).With(limit),
        row => new SearchHit(row.GetInt64(0), MessageRow.Read(row, 2), row.OptionalText(1)),
        cancellation);

    public async ValueTask<Unread> UnreadAsync(int limit, CancellationToken cancellation)
    {
        IReadOnlyList<(long Id, Message Message)> due = await work.RowsAsync(Due, values => values.With(limit), row => (row.GetInt64(0), MessageRow.Read(row, 1)), cancellation);
        return due.Count == 0 ? new Unread(0, 0, []) : new Unread(due[0].Id - 1, due[^1].Id, [.. due.Select(one => one.Message)]);
    }

    public Task IndexAsync(Unread read, IReadOnlyList<(Message Message, string Words)> messages, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            var due = new { read.From, read.To, ids = read.Messages.Select(message => message.ConversationId).ToArray(), sequences = read.Messages.Select(message => message.Sequence).ToArray() };
            HashSet<(string, long)> taken = [.. await connection.QueryAsync<(string, long)>(Take, due)];
            List<(Message Message, string Words)> ours = [.. messages.Where(one => taken.Contains((one.Message.ConversationId, one.Message.Sequence)))];
            return await connection.ExecuteAsync(Add, new
            {
                ids = ours.Select(one => one.Message.ConversationId).ToArray(),
                sequences = ours.Select(one => one.Message.Sequence).ToArray(),
                times = ours.Select(one => one.Message.At.ToUnixTimeMilliseconds()).ToArray(),
                words = ours.Select(one => TextSearch.Vector(one.Words)).ToArray(),
            });
        },
        cancellation);

    private static string Sql(string source) => $"""
        select s.id, coalesce(k.name, c.user_id), {MessageRow.Columns}
        from ({source}) s
        join message m on m.conversation_id = s.conversation_id and m.sequence = s.sequence
        join conversation c on c.id = s.conversation_id
        left join customer_conversation kc on kc.conversation_id = c.id
        left join customer k on k.id = kc.customer_id
        where ($3 is null or s.at >= $3) and ($4 is null or s.at < $4) and ($5 is null or c.channel = $5)
          and ($6 is null or exists (select 1 from assignment a where a.conversation_id = s.conversation_id and a.agent_id = $6))
        order by s.id desc limit $7
        """;
}
