using SupportBot.Access;

namespace SupportBot.Desk.Queue;

/// <summary>An agent who is there and takes conversations.</summary>
internal sealed record Candidate
{
    public required string AgentId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What they have and are offered now.</summary>
    public int Load { get; init; }

    public required int Capacity { get; init; }

    /// <summary>What they have and are offered, by channel.</summary>
    public IReadOnlyDictionary<string, int> LoadOfChannel { get; init; } = new Dictionary<string, int>();

    public StaffWork Work { get; init; } = new();

    public bool Knows(string skill, DateTimeOffset now)
    {
        foreach (StaffSkill known in Work.Skills)
        {
            if (known.Name == skill && (known.Until is null || known.Until > now))
            {
                return true;
            }
        }

        return false;
    }
}
