using Dapper;
using SupportBot.Conversations;
using SupportBot.Desk.Search;

namespace SupportBot.Storage.Sqlite;

/// <summary>Search on SQLite's FTS5. It is filled behind the commits, so that a turn does not pay for it.</summary>
internal sealed class SqliteSearchStore(SqliteReads reads, CommitLoop commits) : ISearchStore
{
    private const string MessageColumns = "m.conversation_id, m.sequence, m.at, m.sender, m.client_id, m.reply_to, m.body, m.channel_data";

    // The index gives the newest first by itself; each row is looked up only as far as the page goes.
    private const string Find = $"""
        select s.id, {MessageColumns}, coalesce(k.name, c.user_id)
        from message_search f
        cross join searchable s on s.id = f.rowid
        cross join message m on m.conversation_id = s.conversation_id and m.sequence = s.sequence
        cross join conversation c on c.id = s.conversation_id
        left join customer_conversation kc on kc.conversation_id = c.id
        left join customer k on k.id = kc.customer_id
        where f.message_search match ?1 and f.rowid < ?2 and (?3 is null or s.at >= ?3) and (?4 is null or s.at < ?4) and (?5 is null or c.channel = ?5)
          and (?6 is null or exists (select 1 from assignment a where a.conversation_id = s.conversation_id and a.agent_id = ?6))
        order by f.rowid desc limit ?7
        """;

    // The bot's own words are the store's articles: only what people say is looked for.
    private const string Next = $"select m.rowid, {MessageColumns} from message m where m.rowid > ?1 order by m.rowid limit ?2";

    public ValueTask<IReadOnlyList<SearchHit>> FindAsync(SearchRequest request, int limit, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<SearchHit>>(reads.Read(connection =>
    {
        using PreparedStatement statement = new(connection, Find);
        using PreparedStatement.Rows row = statement.Bind(request.Query).Bind(request.Before).Bind(AssignmentTable.Milliseconds(request.From)).Bind(AssignmentTable.Milliseconds(request.To))
            .Bind(request.Channel).Bind(request.Agent).Bind(limit).Query();
        List<SearchHit> hits = [];
        while (row.Next())
        {
            hits.Add(new SearchHit(row.Integer(0), Message(row), row.OptionalText(9)));
        }

        return hits;
    }));

    public ValueTask<Unread> UnreadAsync(int limit, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
    {
        (long from, long newest) = connection.QuerySingle<(long, long)>("select up_to, coalesce((select max(rowid) from message), 0) from search_progress");

        // After a restored copy rows may be numbered anew: everything is read again, and known messages are passed over.
        long start = newest < from ? 0 : from;
        using PreparedStatement statement = new(connection, Next);
        using PreparedStatement.Rows row = statement.Bind(start).Bind(limit).Query();
        List<Message> messages = [];
        long to = start;
        while (row.Next())
        {
            to = row.Integer(0);
            Message message = Message(row);
            if (message.Sender is Sender.Shopper or Sender.Agent or Sender.Note)
            {
                messages.Add(message);
            }
        }

        return new Unread(from, to, messages);
    }));

    public Task IndexAsync(Unread read, IReadOnlyList<(Message Message, string Words)> messages, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            if (connection.Execute("update search_progress set up_to = @To where up_to = @From", new { read.To, read.From }) == 0)
            {
                return 0;
            }

            using PreparedStatement name = new(connection, "insert into searchable (conversation_id, sequence, at) values (?1, ?2, ?3) on conflict do nothing");
            using PreparedStatement add = new(connection, "insert into message_search (rowid, words) values (last_insert_rowid(), ?1)");
            foreach ((Message message, string words) in messages)
            {
                if (name.Bind(message.ConversationId).Bind(message.Sequence).Bind(message.At.ToUnixTimeMilliseconds()).Execute() == 1)
                {
                    add.Bind(words).Execute();
                }
            }

            return 1;
        },
        cancellation);

    private static Message Message(PreparedStatement.Rows row) => new(
        row.Text(1), row.Integer(2), DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(3)), (Sender)row.Integer(4), row.OptionalText(5), row.Integer(6), row.Blob(7), row.OptionalBlob(8));
}
