using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access;
using SupportBot.Desk;
using SupportBot.Desk.Queue;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Sqlite;

/// <summary>What the routing looks at, read in the transaction that applies its decisions.</summary>
internal static class QueueSnapshot
{
    // Whoever waits behind a thousand others is not served by this tending.
    private const string Unoffered = """
        select conversation_id, channel, locale, priority, skill, team_id, agent_id, queued_at, placed_at, passed_by
        from assignment where owner = 1 and status = 0 and offered_to is null order by priority desc, placed_at limit 1000
        """;

    private const string There = "select s.id, s.name, s.work from presence p join staff s on s.id = p.agent_id where p.state = 0 and p.there_until > @now and s.active = 1";

    private const string Loads = """
        select agent_id, channel, count(*) from assignment where owner = 2 and status = 0 group by agent_id, channel
        union all select offered_to, channel, count(*) from assignment where offered_to is not null group by offered_to, channel
        """;

    public static List<Waiting> Waiting(SqliteConnection connection)
    {
        using PreparedStatement statement = new(connection, Unoffered);
        using PreparedStatement.Rows row = statement.Query();
        List<Waiting> waiting = [];
        while (row.Next())
        {
            DateTimeOffset placed = row.OptionalTime(8) ?? default;
            waiting.Add(new Waiting
            {
                ConversationId = row.Text(0),
                Channel = row.Text(1),
                Locale = row.OptionalText(2),
                Priority = (HandOffPriority)row.Integer(3),
                Skill = row.OptionalText(4),
                TeamId = row.OptionalText(5),
                LastAgent = row.OptionalText(6),
                QueuedAt = row.OptionalTime(7) ?? placed,
                PlacedAt = placed,
                PassedBy = JsonSerializer.Deserialize(row.Text(9), StoredJson.Default.IReadOnlyListString) ?? [],
            });
        }

        return waiting;
    }

    public static List<Candidate> Agents(SqliteConnection connection, DeskOptions options, DateTimeOffset now)
    {
        List<(string Id, string Name, string Work)> there = [.. connection.Query<(string, string, string)>(There, new { now = now.ToUnixTimeMilliseconds() })];
        if (there.Count == 0)
        {
            return [];
        }

        ILookup<string, (string Agent, string Channel, long Count)> loads = connection.Query<(string Agent, string Channel, long Count)>(Loads).ToLookup(load => load.Agent);
        return [.. there.Select(agent => Of(agent.Id, agent.Name, JsonSerializer.Deserialize(agent.Work, StaffJson.Default.StaffWork) ?? new StaffWork(), loads[agent.Id], options))];
    }

    private static Candidate Of(string id, string name, StaffWork work, IEnumerable<(string Agent, string Channel, long Count)> loads, DeskOptions options)
    {
        Dictionary<string, int> channels = loads.GroupBy(load => load.Channel).ToDictionary(channel => channel.Key, channel => (int)channel.Sum(load => load.Count));
        return new Candidate { AgentId = id, Name = name, Work = work, Capacity = work.Capacity ?? options.Capacity, Load = channels.Values.Sum(), LoadOfChannel = channels };
    }
}
