using System.Text.Json;
using SupportBot.Access;
using SupportBot.Desk.Presence;

namespace SupportBot.Storage;

/// <summary>An agent with presence and load, as Dapper reads them.</summary>
internal sealed record AgentRow(string Id, string Name, string Work, long State, long? Since, long ThereUntil, long Load)
{
    /// <param name="capacity">Of those who have none of their own.</param>
    /// <param name="now">The time in Unix milliseconds.</param>
    public AgentDocument Agent(int capacity, long now)
    {
        StaffWork work = JsonSerializer.Deserialize(Work, StaffJson.Default.StaffWork) ?? new StaffWork();
        return new AgentDocument
        {
            Id = Id,
            Name = Name,
            State = ThereUntil > now ? (PresenceState)State : PresenceState.Off,
            Since = Since is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null,
            Load = (int)Load,
            Capacity = work.Capacity ?? capacity,
            Skills = work.Skills,
            Languages = work.Languages,
            Teams = work.Teams,
        };
    }
}
