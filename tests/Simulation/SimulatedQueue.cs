using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;
using SupportBot.Desk.Queue;

namespace SupportBot.Simulation;

/// <summary>The queue's transaction, with the real <see cref="Routing"/>: ends offers, takes back what vanished agents had, offers what waits.</summary>
internal sealed class SimulatedQueue(SimulatedDatabase database, DeskOptions desk)
{
    private readonly Routing routing = new(desk.RelaxAfter, desk.CapacityOf);

    public QueueTending Tend(DateTimeOffset now)
    {
        DeskNews news = DeskNews.None;
        foreach (Row row in database.Rows)
        {
            if (row.Assignment is { } assignment && DueMove(assignment, now) is { } move)
            {
                news |= Make(row.Id, move, now);
            }
        }

        List<Match> offers = [];
        foreach (Match match in routing.Assign(Waiting(), Candidates(now), now))
        {
            DeskNews made = Make(match.ConversationId, new Move(MoveKind.Offer) { AgentId = match.AgentId, Until = now + desk.AcceptWithin }, now);
            news |= made;
            if (made != DeskNews.None)
            {
                offers.Add(match);
            }
        }

        return new QueueTending(offers, NextDue(), news & ~DeskNews.Queue);
    }

    private Move? DueMove(Assignment assignment, DateTimeOffset now) =>
        assignment.OfferedTo is not null && assignment.OfferedUntil <= now ? new Move(MoveKind.Expire)
        : assignment is { Owner: Owner.Agent, AgentId: { } agent } && database.Presence[agent] + desk.Grace <= now ? new Move(MoveKind.Release) { AgentId = agent }
        : null;

    private DeskNews Make(string conversationId, Move move, DateTimeOffset now) =>
        database.Append(new Append { ConversationId = conversationId, Move = move }, now).News;

    private List<Waiting> Waiting()
    {
        List<Waiting> waiting = [];
        foreach (Row row in database.Rows)
        {
            if (row.Assignment is { Owner: Owner.Queue, Status: AssignmentStatus.Open, OfferedTo: null } one)
            {
                waiting.Add(new Waiting { ConversationId = row.Id, Channel = row.Channel, QueuedAt = one.QueuedAt ?? default, PlacedAt = one.PlacedAt ?? default, LastAgent = one.AgentId, PassedBy = one.PassedBy });
            }
        }

        return waiting;
    }

    private List<Candidate> Candidates(DateTimeOffset now)
    {
        List<Candidate> there = [];
        foreach ((string agent, DateTimeOffset until) in database.Presence)
        {
            if (until > now)
            {
                there.Add(new Candidate { AgentId = agent, Capacity = desk.Capacity, Load = desk.Capacity - database.LoadOf(agent, "", now).Free });
            }
        }

        return there;
    }

    private DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = null;
        foreach (Row row in database.Rows)
        {
            DateTimeOffset? due = row.Assignment?.OfferedUntil;
            next = next is null || due < next ? due ?? next : next;
        }

        return next;
    }
}
