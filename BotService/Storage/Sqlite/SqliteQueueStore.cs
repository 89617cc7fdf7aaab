using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Sqlite;

/// <summary>The queue on SQLite: a tending is one write of the commit loop, so of two nodes the second finds nothing left to do.</summary>
internal sealed class SqliteQueueStore(SqliteReads reads, CommitLoop commits, SqliteConversationStore conversations, IOptions<DeskOptions> options, TimeProvider time) : IQueueStore
{
    private const string Overdue = "select conversation_id, offered_to, coalesce(staff.name, '') from assignment left join staff on staff.id = offered_to where offered_to is not null and offered_until <= @now";
    private const string Snoozed = "select conversation_id from assignment where status = 1 and snoozed_until <= @now";

    private const string Abandoned = """
        select a.conversation_id, a.agent_id from presence p join assignment a on a.agent_id = p.agent_id and a.owner = 2 and a.status = 0
        where p.there_until <= @vanished
        """;

    private const string SendAway = "update presence set state = 1, since = @now where agent_id = @agent and state = 0";
    private const string Silent = "select agent_id from presence where state = 0 and active_at <= @silent";

    // All that can fall due by itself.
    private const string Due = """
        select min(due) from (
          select min(offered_until) as due from assignment where offered_to is not null
          union all select min(snoozed_until) from assignment where status = 1
          union all select min(p.there_until + @grace) from presence p where exists (select 1 from assignment a where a.agent_id = p.agent_id and a.owner = 2 and a.status = 0)
          union all select min(active_at + @idle) from presence where state = 0)
        """;

    private const string Lately = """
        select cast(avg(ended_at - accepted_at) as integer)
        from (select ended_at, accepted_at from service where accepted_at is not null and ended_at > @since order by ended_at desc limit 50)
        """;

    private const string Line = "select conversation_id, locale, queued_at, announced_at, announced from assignment where owner = 1 and status = 0 order by priority desc, placed_at, conversation_id limit 5000";

    private readonly Routing routing = new(options.Value.RelaxAfter, options.Value.CapacityOf);

    public Task<QueueTending> TendAsync(CancellationToken cancellation) => commits.WriteAsync(Tend, cancellation);

    public ValueTask<QueueView> ViewAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return ValueTask.FromResult(reads.Read(connection =>
        {
            List<QueuePlace> places = [];
            using (PreparedStatement statement = new(connection, Line))
            {
                using PreparedStatement.Rows row = statement.Query();
                while (row.Next())
                {
                    places.Add(new QueuePlace(row.Text(0), row.OptionalText(1), row.OptionalTime(2) ?? now, row.OptionalTime(3), (int?)row.OptionalInteger(4)));
                }
            }

            long? took = places.Count == 0 ? null : connection.QuerySingle<long?>(Lately, new { since = (now - TimeSpan.FromHours(4)).ToUnixTimeMilliseconds() });
            int slots = places.Count == 0 ? 0 : QueueSnapshot.Agents(connection, options.Value, now).Sum(agent => agent.Capacity);
            return new QueueView(places, took is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null, slots);
        }));
    }

    private QueueTending Tend(SqliteConnection connection)
    {
        DateTimeOffset now = time.GetUtcNow();
        long at = now.ToUnixTimeMilliseconds();
        DeskNews news = DeskNews.None;
        foreach ((string id, string agent, string name) in connection.Query<(string, string, string)>(Overdue, new { now = at }).ToList())
        {
            news |= Make(connection, id, new Move(MoveKind.Expire), DeskVoice.Happened(DeskMark.Missed(agent, name))) | Away(connection, agent, at);
        }

        foreach (string agent in connection.Query<string>(Silent, new { silent = (now - options.Value.IdleAfter).ToUnixTimeMilliseconds() }).ToList())
        {
            news |= Away(connection, agent, at);
        }

        foreach (string id in connection.Query<string>(Snoozed, new { now = at }).ToList())
        {
            news |= Make(connection, id, new Move(MoveKind.Wake));
        }

        foreach ((string id, string agent) in connection.Query<(string, string)>(Abandoned, new { vanished = (now - options.Value.Grace).ToUnixTimeMilliseconds() }).ToList())
        {
            news |= Make(connection, id, new Move(MoveKind.Release) { AgentId = agent }, DeskVoice.Happened(new DeskMark { Kind = "released" }));
        }

        return Route(connection, now, news);
    }

    private QueueTending Route(SqliteConnection connection, DateTimeOffset now, DeskNews news)
    {
        List<Waiting> waiting = QueueSnapshot.Waiting(connection);
        List<Match> offers = [];
        if (waiting.Count > 0)
        {
            List<Candidate> agents = QueueSnapshot.Agents(connection, options.Value, now);
            foreach (Match match in routing.Assign(waiting, agents, now))
            {
                Move offer = new(MoveKind.Offer) { AgentId = match.AgentId, Until = now + options.Value.AcceptWithin };
                DeskMark mark = DeskMark.Offered(agents.First(agent => agent.AgentId == match.AgentId).Name);
                DeskNews made = Make(connection, match.ConversationId, offer, DeskVoice.Happened(mark));
                news |= made;
                if (made != DeskNews.None)
                {
                    offers.Add(match);
                }
            }
        }

        long? due = connection.QuerySingle<long?>(Due, new { grace = (long)options.Value.Grace.TotalMilliseconds, idle = (long)options.Value.IdleAfter.TotalMilliseconds });
        DateTimeOffset? next = due is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        foreach (Waiting one in waiting)
        {
            next = routing.NextRing(one, now) is { } ring && (next is null || ring < next) ? ring : next;
        }

        return new QueueTending(offers, next, news & ~DeskNews.Queue);
    }

    private DeskNews Make(SqliteConnection connection, string conversationId, Move move, params IReadOnlyList<NewMessage> lines) =>
        conversations.AppendOn(connection, new Append { ConversationId = conversationId, Messages = lines, Move = move }).News;

    private static DeskNews Away(SqliteConnection connection, string agent, long now)
    {
        if (connection.Execute(SendAway, new { agent, now }) == 0)
        {
            return DeskNews.None;
        }

        SqliteDeskJournal.Add(connection, DeskEventKind.Agent, agent, null, now);
        return DeskNews.Journal;
    }
}
