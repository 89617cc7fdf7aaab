namespace SupportBot.Desk.Queue;

/// <param name="ConversationId">Who waits.</param>
/// <param name="AgentId">To whom it is offered.</param>
internal readonly record struct Match(string ConversationId, string AgentId);

/// <summary>
/// Who gets which conversation. Pure. The queue is served in its order; what an agent must bring for a conversation grows less
/// with each ring of its wait: at first language, team and skill, then no longer the skill, then nor the team, at last anybody.
/// </summary>
/// <param name="relaxAfter">How long a ring lasts.</param>
/// <param name="channelCapacity">How many conversations of a channel an agent may have.</param>
internal sealed class Routing(TimeSpan relaxAfter, Func<string, int> channelCapacity)
{
    private const int AnySkill = 1;
    private const int AnyTeam = 2;
    private const int AnyLanguage = 3;

    /// <summary>The order of the queue: priority, then who came first.</summary>
    public static int Compare(Waiting one, Waiting other)
    {
        int byPriority = other.Priority.CompareTo(one.Priority);
        int byPlace = byPriority != 0 ? byPriority : one.PlacedAt.CompareTo(other.PlacedAt);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(one.ConversationId, other.ConversationId);
    }

    /// <summary>Who gets whom, found one after the other as they are asked for.</summary>
    public IEnumerable<Match> Assign(IEnumerable<Waiting> waiting, IEnumerable<Candidate> agents, DateTimeOffset now)
    {
        List<Waiting> queue = [.. waiting];
        queue.Sort(Compare);
        Dictionary<string, Desk> desks = agents.ToDictionary(agent => agent.AgentId, agent => new Desk(agent));
        int free = desks.Values.Sum(desk => desk.Free);
        foreach (Waiting next in queue)
        {
            if (free == 0)
            {
                break;
            }

            if (Best(next, desks.Values, now) is { } desk)
            {
                desk.Take(next.Channel);
                free--;
                yield return new Match(next.ConversationId, desk.Agent.AgentId);
            }
        }
    }

    /// <summary>When this conversation's requirements relax next; null when nothing is left to relax.</summary>
    public DateTimeOffset? NextRing(Waiting waiting, DateTimeOffset now)
    {
        int ring = RingOf(waiting, now);
        return ring >= AnyLanguage ? null : waiting.QueuedAt + (relaxAfter * (ring + 1));
    }

    private int RingOf(Waiting waiting, DateTimeOffset now) => (int)Math.Clamp((now - waiting.QueuedAt) / relaxAfter, 0, AnyLanguage);

    private Desk? Best(Waiting waiting, IEnumerable<Desk> desks, DateTimeOffset now)
    {
        int ring = RingOf(waiting, now);
        Desk? best = null;
        foreach (Desk desk in desks)
        {
            if (desk.Free > 0 && desk.LoadOf(waiting.Channel) < channelCapacity(waiting.Channel) && Fits(waiting, desk.Agent, ring, now) && (best is null || IsBetter(waiting, desk, best, now)))
            {
                best = desk;
            }
        }

        return best;
    }

    // Who let it pass is not asked again before the next ring.
    private static bool Fits(Waiting waiting, Candidate agent, int ring, DateTimeOffset now) =>
        (ring > 0 || !waiting.PassedBy.Contains(agent.AgentId))
        && (ring >= AnyLanguage || waiting.Locale is not { } language || agent.Work.Languages.Contains(language))
        && (ring >= AnyTeam || waiting.TeamId is not { } team || agent.Work.Teams.Contains(team))
        && (ring >= AnySkill || waiting.Skill is not { } skill || agent.Knows(skill, now));

    private static bool IsBetter(Waiting waiting, Desk one, Desk other, DateTimeOffset now)
    {
        bool knewOne = waiting.LastAgent == one.Agent.AgentId;
        bool knewOther = waiting.LastAgent == other.Agent.AgentId;
        if (knewOne != knewOther)
        {
            return knewOne;
        }

        bool fitsOne = Fits(waiting, one.Agent, 0, now);
        if (fitsOne != Fits(waiting, other.Agent, 0, now))
        {
            return fitsOne;
        }

        int byLoad = ((long)one.Load * other.Agent.Capacity).CompareTo((long)other.Load * one.Agent.Capacity);
        return byLoad < 0 || (byLoad == 0 && string.CompareOrdinal(one.Agent.AgentId, other.Agent.AgentId) < 0);
    }

    /// <summary>An agent while conversations are given out.</summary>
    private sealed class Desk(Candidate agent)
    {
        private readonly Dictionary<string, int> channels = new(agent.LoadOfChannel, StringComparer.Ordinal);

        public Candidate Agent => agent;

        public int Load { get; private set; } = agent.Load;

        public int Free => Math.Max(0, agent.Capacity - Load);

        public int LoadOf(string channel) => channels.GetValueOrDefault(channel);

        public void Take(string channel)
        {
            Load++;
            channels[channel] = LoadOf(channel) + 1;
        }
    }
}
