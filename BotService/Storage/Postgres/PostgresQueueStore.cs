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
/// The queue on PostgreSQL. A tending is made in <see cref="Room.Desk"/>, so of two nodes the second finds nothing left to do; it only
/// enters when there is something to do, so that those who write are not held up. It is two transactions, because each locks the
/// conversations it moves at once and in order, as all do who lock several.
/// </summary>
internal sealed class PostgresQueueStore(PostgresWork work, DeskAppends appends, IOptions<DeskOptions> options, TimeProvider time) : IQueueStore
{
    private const string OverdueOffers = "from assignment left join staff on staff.id = offered_to where offered_to is not null and offered_until <= @now";
    private const string SnoozedUntilNow = "from assignment where status = 1 and snoozed_until <= @now";
    private const string HeldByVanished = "from presence p join assignment a on a.agent_id = p.agent_id and a.owner = 2 and a.status = 0 where p.there_until <= @vanished";
    private const string SilentAgents = "from presence where state = 0 and active_at <= @silent";

    private const string Overdue = $"select conversation_id, offered_to, coalesce(staff.name, '') {OverdueOffers}";
    private const string Snoozed = $"select conversation_id {SnoozedUntilNow}";
    private const string Abandoned = $"select a.conversation_id, a.agent_id {HeldByVanished}";
    private const string Silent = $"select agent_id {SilentAgents}";
    private const string Ended = $"select exists (select {OverdueOffers}) or exists (select {SnoozedUntilNow}) or exists (select {HeldByVanished}) or exists (select {SilentAgents})";
    private const string SendAway = "update presence set state = 1, since = @now where agent_id = @agent and state = 0";

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

    // A longer stay in the room would hold up what is said meanwhile.
    private const int MostOffers = 128;

    private readonly Routing routing = new(options.Value.RelaxAfter, options.Value.CapacityOf);

    public async Task<QueueTending> TendAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var times = new
        {
            now = now.ToUnixTimeMilliseconds(),
            silent = (now - options.Value.IdleAfter).ToUnixTimeMilliseconds(),
            vanished = (now - options.Value.Grace).ToUnixTimeMilliseconds(),
        };
        DeskNews news = await work.ReadAsync(connection => connection.QuerySingleAsync<bool>(Ended, times), cancellation)
            ? await work.WriteAsync(connection => EndAsync(connection, times.now, times.silent, times.vanished), cancellation, Room.Desk)
            : DeskNews.None;
        (List<Waiting> waiting, List<Candidate> agents) = await work.ReadAsync(LookAsync, cancellation);
        List<Match> offers = [];
        if (routing.Assign(waiting, agents, now).Any())
        {
            news |= await work.WriteAsync(connection => OfferAsync(connection, now, offers), cancellation, Room.Desk);
        }

        DateTimeOffset? next = offers.Count == MostOffers ? now : await work.ReadAsync(connection => NextAsync(connection, waiting, now), cancellation);
        return new QueueTending(offers, next, news & ~DeskNews.Queue);
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

    private async Task<DeskNews> EndAsync(NpgsqlConnection connection, long now, long silent, long vanished)
    {
        List<(string Id, string Agent, string Name)> overdue = [.. await connection.QueryAsync<(string, string, string)>(Overdue, new { now })];
        List<string> asleep = [.. await connection.QueryAsync<string>(Silent, new { silent })];
        List<string> snoozed = [.. await connection.QueryAsync<string>(Snoozed, new { now })];
        List<(string Id, string Agent)> abandoned = [.. await connection.QueryAsync<(string, string)>(Abandoned, new { vanished })];
        DeskNews news = NewsOf(await appends.AppendAsync(connection,
        [
            .. overdue.Select(one => Of(one.Id, new Move(MoveKind.Expire), DeskVoice.Happened(DeskMark.Missed(one.Agent, one.Name)))),
            .. snoozed.Select(id => Of(id, new Move(MoveKind.Wake))),
            .. abandoned.Select(one => Of(one.Id, new Move(MoveKind.Release) { AgentId = one.Agent }, DeskVoice.Happened(new DeskMark { Kind = "released" }))),
        ]));
        foreach (string agent in overdue.Select(one => one.Agent).Concat(asleep).Distinct())
        {
            news |= await SendAwayAsync(connection, agent, now);
        }

        return news;
    }

    private async Task<(List<Waiting> Waiting, List<Candidate> Agents)> LookAsync(NpgsqlConnection connection)
    {
        List<Waiting> waiting = await QueueRows.WaitingAsync(connection);
        return (waiting, waiting.Count == 0 ? [] : await QueueRows.AgentsAsync(connection, options.Value, time.GetUtcNow()));
    }

    private async Task<DeskNews> OfferAsync(NpgsqlConnection connection, DateTimeOffset now, List<Match> offers)
    {
        (List<Waiting> waiting, List<Candidate> agents) = await LookAsync(connection);
        Dictionary<string, string> names = agents.ToDictionary(agent => agent.AgentId, agent => agent.Name);
        Match[] matches = [.. routing.Assign(waiting, agents, now).Take(MostOffers)];
        AppendResult[] made = await appends.AppendAsync(connection, [.. matches.Select(match => Of(
            match.ConversationId,
            new Move(MoveKind.Offer) { AgentId = match.AgentId, Until = now + options.Value.AcceptWithin },
            DeskVoice.Happened(DeskMark.Offered(names[match.AgentId]))))]);
        offers.Clear();
        offers.AddRange(matches.Where((_, index) => made[index].Outcome == AppendOutcome.Stored));
        return NewsOf(made);
    }

    private async Task<DateTimeOffset?> NextAsync(NpgsqlConnection connection, List<Waiting> waiting, DateTimeOffset now)
    {
        long? due = await connection.QuerySingleAsync<long?>(Due, new { grace = (long)options.Value.Grace.TotalMilliseconds, idle = (long)options.Value.IdleAfter.TotalMilliseconds });
        DateTimeOffset? next = due is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        foreach (Waiting one in waiting)
        {
            next = routing.NextRing(one, now) is { } ring && (next is null || ring < next) ? ring : next;
        }

        return next;
    }

    private static Append Of(string conversationId, Move move, params IReadOnlyList<NewMessage> lines) => new() { ConversationId = conversationId, Messages = lines, Move = move };

    private static DeskNews NewsOf(AppendResult[] made) => made.Aggregate(DeskNews.None, (news, one) => news | one.News);

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
