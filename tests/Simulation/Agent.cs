using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Simulation;

/// <summary>An agent who takes what is offered and sometimes what is not, answers, gives back, vanishes and returns.</summary>
internal sealed class Agent(World world, string id)
{
    private const int ThereFor = 30_000;

    private int answers;

    public async Task WorkAsync()
    {
        while (true)
        {
            await world.Time.WaitAsync(world.Chance.Between(100, 700));
            if (world.Faulty && world.Chance.OneIn(40))
            {
                await world.Time.WaitAsync(world.Chance.Between(1_000, 120_000));
            }

            Node node = world.AnyNode();
            world.Database.Presence[id] = node.Clock.GetUtcNow().AddMilliseconds(ThereFor);
            Task round = RoundAsync(node);
            await Task.WhenAny(round, world.Time.WaitAsync(2_000));
        }
    }

    private async Task RoundAsync(Node node)
    {
        try
        {
            foreach ((string conversation, Assignment assignment, long last) in await node.Store.LookAsync(Concerning))
            {
                await ActAsync(node, conversation, assignment, last);
            }
        }
        catch (StoreUnavailableException)
        {
            // The page shows an error and the agent does it again.
        }
    }

    private List<(string Conversation, Assignment Assignment, long Last)> Concerning(SimulatedDatabase database)
    {
        List<(string, Assignment, long)> found = [];
        foreach (Row row in database.Rows)
        {
            if (row.Assignment is { } assignment && row.Owner != Owner.Bot)
            {
                found.Add((row.Id, assignment, row.Lines.Count));
            }
        }

        return found;
    }

    private Task ActAsync(Node node, string conversation, Assignment assignment, long last)
    {
        if (assignment.OfferedTo == id)
        {
            return MoveAsync(node, conversation, new Move(world.Faulty && world.Chance.OneIn(5) ? MoveKind.Decline : MoveKind.Accept, id));
        }

        if (assignment.Owner == Owner.Agent && assignment.AgentId == id)
        {
            return assignment.WaitingSince is not null ? AnswerAsync(node, conversation)
                : world.Chance.OneIn(3) ? MoveAsync(node, conversation, new Move(world.Chance.OneIn(2) ? MoveKind.Return : MoveKind.Resolve, id) { Seen = last })
                : Task.CompletedTask;
        }

        return world.Chance.OneIn(6) ? MoveAsync(node, conversation, new Move(MoveKind.Claim, id)) : Task.CompletedTask;
    }

    private Task<AppendResult> AnswerAsync(Node node, string conversation)
    {
        NewMessage answer = new(Sender.Agent, [WorldTaker.Question]) { ClientId = $"{id}-{++answers}", Fingerprint = answers };
        return node.Turns.ReceiveAsync(new Append { ConversationId = conversation, Messages = [answer], Move = new Move(MoveKind.Reply, id) }, CancellationToken.None);
    }

    private static Task<AppendResult> MoveAsync(Node node, string conversation, Move move) =>
        node.Turns.ReceiveAsync(new Append { ConversationId = conversation, Move = move }, CancellationToken.None);
}
