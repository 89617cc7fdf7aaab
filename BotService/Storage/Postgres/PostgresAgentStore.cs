using Dapper;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Postgres;

/// <summary>The agents: accounts that may answer shoppers, with their presence and load.</summary>
internal sealed class PostgresAgentStore(PostgresWork work, IOptions<DeskOptions> options, TimeProvider time) : IAgentStore
{
    private const string List = """
        select s.id, s.name, s.work, coalesce(p.state, 3) as State, p.since as Since, coalesce(p.there_until, 0) as ThereUntil,
          (select count(*) from assignment a where a.owner = 2 and a.status = 0 and a.agent_id = s.id) as Load
        from staff s left join presence p on p.agent_id = s.id
        where s.active = 1 and string_to_array(s.roles, ',') && '{Agent,Supervisor,Administrator}'
        order by s.name, s.id
        """;

    private const string Set = """
        insert into presence (agent_id, state, since, there_until, active_at) values (@agentId, @state, @now, @until, @now)
        on conflict (agent_id) do update set since = case when presence.state = @state then presence.since else @now end, state = @state,
          there_until = greatest(presence.there_until, @until), active_at = @now
        """;

    // A first page does not make an agent take conversations; a page that comes back does not change what was chosen.
    private const string Renew = """
        insert into presence (agent_id, state, since, there_until, active_at) select agent, 3, @now, @until, @now from unnest(@there) agent
        on conflict (agent_id) do update set there_until = greatest(presence.there_until, @until)
        """;

    private const string Returned = "select agent_id from presence where agent_id = any (@there) and there_until <= @now";

    private const string Sign = "update presence set active_at = @now where agent_id = any (@active)";

    public ValueTask<IReadOnlyList<AgentDocument>> ListAsync(CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return work.ReadAsync<IReadOnlyList<AgentDocument>>(
            async connection => [.. (await connection.QueryAsync<AgentRow>(List)).Select(row => row.Agent(options.Value.Capacity, now))],
            cancellation);
    }

    public Task<DeskNews> SetAsync(string agentId, PresenceState state, TimeSpan thereFor, CancellationToken cancellation)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        return work.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(Set, new { agentId, state = (long)state, now, until = (at + thereFor).ToUnixTimeMilliseconds() });
                await PostgresDeskJournal.AddAsync(connection, DeskEventKind.Agent, agentId, null, now);
                return DeskNews.Journal | DeskNews.Queue;
            },
            cancellation,
            Room.Desk);
    }

    public Task<DeskNews> RenewAsync(IReadOnlyCollection<string> there, IReadOnlyCollection<string> active, TimeSpan thereFor, CancellationToken cancellation)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        var values = new { there = there.Distinct().ToArray(), active = active.ToArray(), now, until = (at + thereFor).ToUnixTimeMilliseconds() };
        return work.WriteAsync(
            async connection =>
            {
                List<string> returned = [.. await connection.QueryAsync<string>(Returned, values)];
                await connection.ExecuteAsync(Renew, values);
                await connection.ExecuteAsync(Sign, values);
                foreach (string agent in returned)
                {
                    await PostgresDeskJournal.AddAsync(connection, DeskEventKind.Agent, agent, null, now);
                }

                return returned.Count == 0 ? DeskNews.None : DeskNews.Journal | DeskNews.Queue;
            },
            cancellation,
            Room.Desk);
    }
}
