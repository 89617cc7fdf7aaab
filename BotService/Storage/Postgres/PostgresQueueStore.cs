using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// The queue on PostgreSQL. A tending is made in <see cref="Room.Desk"/>, so of two nodes the second finds nothing left to do. It is
/// two transactions, because each locks the conversations it moves at once and in order, as all do who lock several.
/// </summary>
internal sealed class PostgresQueueStore(PostgresWork work, DeskAppends appends, IOptions<DeskOptions> options, TimeProvider time) : IQueueStore
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
          union all select min(active_at + @idle) from presence where state = 0) all_due
        """;

    private const string Lately = """
        select avg(ended_at - accepted_at)::bigint
        from (select ended_at, accepted_at from service where accepted_at is not null and ended_at > @since order by ended_at desc limit 50) lately
        """;

    private const string Line = "select conversation_id, locale, queued_at, announced_at, announced from assignment where owner = 1 and status = 0 order by priority desc, placed_at, conversation_id limit 5000";

    private readonly Routing routing = new(options.Value.RelaxAfter, options.Value.CapacityOf);

    public async Task<QueueTending> TendAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        DeskNews news = await work.WriteAsync(connection => EndAsync(connection, now), cancellation, Room.Desk);
        return await work.WriteAsync(connection => RouteAsync(connection, now, news), cancellation, Room.Desk);
    }

    public async ValueTask<QueueView> ViewAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<QueuePlace> places = await work.RowsAsync(
            Line,
            _ => { },
            row => new QueuePlace(row.GetString(0), row.OptionalText(1), row.OptionalTime(2) ?? now, row.OptionalTime(3), (int?)row.OptionalInteger(4)),
            cancellation);
        return places.Count == 0 ? new QueueView(places, null, 0) : await work.ReadAsync(
            async connection =>
            {
                long? took = await connection.QuerySingleAsync<long?>(Lately, new { since = (now - TimeSpan.FromHours(4)).ToUnixTimeMilliseconds() });
                int slots = (await QueueRows.AgentsAsync(connection, options.Value, now)).Sum(agent => agent.Capacity);
                return new QueueView(places, took is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null, slots);
            },
            cancellation);
    }

    private async Task<DeskNews> EndAsync(NpgsqlConnection connection, DateTimeOffset now)
    {
        long at = now.ToUnixTimeMilliseconds();
        List<(string Id, string Agent, string Name)> overdue = [.. await connection.QueryAsync<(string, string, string)>(Overdue, new { now = at })];
        List<string> silent = [.. await connection.QueryAsync<string>(Silent, new { silent = (now - options.Value.IdleAfter).ToUnixTimeMilliseconds() })];
        List<string> snoozed = [.. await connection.QueryAsync<string>(Snoozed, new { now = at })];
        List<(string Id, string Agent)> abandoned = [.. await connection.QueryAsync<(string, string)>(Abandoned, new { vanished = (now - options.Value.Grace).ToUnixTimeMilliseconds() })];
        await DeskAppends.HoldAsync(connection, [.. overdue.Select(one => one.Id), .. snoozed, .. abandoned.Select(one => one.Id)]);

        DeskNews news = DeskNews.None;
        foreach ((string id, string agent, string name) in overdue)
        {
            news |= await MakeAsync(connection, id, new Move(MoveKind.Expire), DeskVoice.Happened(DeskMark.Missed(agent, name))) | await SendAwayAsync(connection, agent, at);
        }

        foreach (string agent in silent)
        {
            news |= await SendAwayAsync(connection, agent, at);
        }

        foreach (string id in snoozed)
        {
            news |= await MakeAsync(connection, id, new Move(MoveKind.Wake));
        }

        foreach ((string id, string agent) in abandoned)
        {
            news |= await MakeAsync(connection, id, new Move(MoveKind.Release) { AgentId = agent }, DeskVoice.Happened(new DeskMark { Kind = "released" }));
        }

        return news;
    }

    private async Task<QueueTending> RouteAsync(NpgsqlConnection connection, DateTimeOffset now, DeskNews news)
    {
        List<Waiting> waiting = await QueueRows.WaitingAsync(connection);
        List<Match> offers = [];
        if (waiting.Count > 0)
        {
            List<Candidate> agents = await QueueRows.AgentsAsync(connection, options.Value, now);
            IReadOnlyList<Match> matches = [.. routing.Assign(waiting, agents, now)];
            await DeskAppends.HoldAsync(connection, [.. matches.Select(match => match.ConversationId)]);
            foreach (Match match in matches)
            {
                Move offer = new(MoveKind.Offer) { AgentId = match.AgentId, Until = now + options.Value.AcceptWithin };
                DeskMark mark = DeskMark.Offered(agents.First(agent => agent.AgentId == match.AgentId).Name);
                DeskNews made = await MakeAsync(connection, match.ConversationId, offer, DeskVoice.Happened(mark));
                news |= made;
                offers.AddRange(made == DeskNews.None ? [] : [match]);
            }
        }

        long? due = await connection.QuerySingleAsync<long?>(Due, new { grace = (long)options.Value.Grace.TotalMilliseconds, idle = (long)options.Value.IdleAfter.TotalMilliseconds });
        DateTimeOffset? next = due is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        foreach (Waiting one in waiting)
        {
            next = routing.NextRing(one, now) is { } ring && (next is null || ring < next) ? ring : next;
        }

        return new QueueTending(offers, next, news & ~DeskNews.Queue);
    }

    private async Task<DeskNews> MakeAsync(NpgsqlConnection connection, string conversationId, Move move, params IReadOnlyList<NewMessage> lines) =>
        (await appends.AppendAsync(connection, new Append { ConversationId = conversationId, Messages = lines, Move = move })).News;

    private static async Task<DeskNews> SendAwayAsync(NpgsqlConnection connection, string agent, long now)
    {
        if (await connection.ExecuteAsync(SendAway, new { agent, now }) == 0)
        {
            return DeskNews.None;
        }

        await PostgresDeskJournal.AddAsync(connection, DeskEventKind.Agent, agent, null, now);
        return DeskNews.Journal;
    }
}
