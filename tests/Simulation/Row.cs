using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Simulation;

/// <summary>A conversation as the simulated database has it.</summary>
internal sealed class Row(string id, Opening opening)
{
    public string Id => id;

    public string Channel => opening.Channel;

    public List<Line> Lines { get; } = [];

    public Dictionary<string, int> ByClientId { get; } = new(StringComparer.Ordinal);

    public List<(string Kind, long Sequence)> Outbox { get; } = [];

    public long LastAt { get; set; }

    public long Version { get; set; }

    public Owner Owner { get; set; }

    public bool Attended { get; set; }

    public byte[]? State { get; set; }

    public Assignment? Assignment { get; set; }

    public Conversation AsConversation() => new(id, opening.Channel, opening.UserId, Lines.Count, Version, Owner, State, opening.Reference);
}

/// <param name="Message">The message.</param>
/// <param name="Fingerprint">Of its content.</param>
/// <param name="Pending">Whether the bot still has to take its turn on it.</param>
internal sealed record Line(Message Message, long Fingerprint, bool Pending);
