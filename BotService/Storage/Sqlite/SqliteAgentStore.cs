using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Sqlite;

/// <summary>The agents: accounts that may answer shoppers, with their presence and load.</summary>
internal sealed class SqliteAgentStore(SqliteReads reads, CommitLoop commits, IOptions<DeskOptions> options, TimeProvider time) : IAgentStore
{
    private const string List = """
        select s.id, s.name, s.work, coalesce(p.state, 3) as State, p.since as Since, coalesce(p.there_until, 0) as ThereUntil,
          (select count(*) from assignment a where a.owner = 2 and a.status = 0 and a.agent_id = s.id) as Load
        from staff s left join presence p on p.agent_id = s.id
        where s.active = 1 and (s.roles like '%Agent%' or s.roles like '%Supervisor%' or s.roles like '%Administrator%')
        order by s.name, s.id
        """;

    private const string Set = """
        insert into presence (agent_id, state, since, there_until, active_at) values (@agentId, @state, @now, @until, @now)
        on conflict (agent_id) do update set since = case when state = @state then since else @now end, state = @state, there_until = max(there_until, @until), active_at = @now
        """;

    // A first page does not make an agent take conversations; a page that comes back does not change what was chosen.
    private const string Renew = """
        insert into presence (agent_id, state, since, there_until, active_at) select value, 3, @now, @until, @now from json_each(@there) where true
        on conflict (agent_id) do update set there_until = max(there_until, @until)
        """;

    private const string Returned = "select p.agent_id from presence p join json_each(@there) t on t.value = p.agent_id where p.there_until <= @now";

    private const string Sign = "update presence set active_at = @now where agent_id in (select value from json_each(@active))";

    public ValueTask<IReadOnlyList<AgentDocument>> ListAsync(CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult<IReadOnlyList<AgentDocument>>(reads.Read(connection => connection.Query<AgentRow>(List).Select(row => row.Agent(options.Value.Capacity, now)).ToList()));
    }

    public Task<DeskNews> SetAsync(string agentId, PresenceState state, TimeSpan thereFor, CancellationToken cancellation)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        return commits.WriteAsync(
            connection =>
            {
                connection.Execute(Set, new { agentId, state = (int)state, now, until = (at + thereFor).ToUnixTimeMilliseconds() });
                SqliteDeskJournal.Add(connection, DeskEventKind.Agent, agentId, null, now);
                return DeskNews.Journal | DeskNews.Queue;
            },
            cancellation);
    }

    public Task<DeskNews> RenewAsync(IReadOnlyCollection<string> there, IReadOnlyCollection<string> active, TimeSpan thereFor, CancellationToken cancellation)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        var values = new { there = Json(there), active = Json(active), now, until = (at + thereFor).ToUnixTimeMilliseconds() };
        return commits.WriteAsync(
            connection =>
            {
                List<string> returned = [.. connection.Query<string>(Returned, values)];
                connection.Execute(Renew, values);
                connection.Execute(Sign, values);
                foreach (string agent in returned)
                {
                    SqliteDeskJournal.Add(connection, DeskEventKind.Agent, agent, null, now);
                }

                return returned.Count == 0 ? DeskNews.None : DeskNews.Journal | DeskNews.Queue;
            },
            cancellation);
    }

    private static string Json(IReadOnlyCollection<string> ids) => JsonSerializer.Serialize([.. ids], StoredJson.Default.IReadOnlyListString);
}
