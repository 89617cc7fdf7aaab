using SupportBot.Conversations;

namespace SupportBot.Simulation;

/// <summary>What a node tells the others over the bus: late, twice, or never.</summary>
internal sealed class Announcements(World world, Node from) : INodeNews
{
    public void Tell(NodeNews news)
    {
        foreach (Node node in world.Nodes)
        {
            if (node != from && !from.Dead && !world.BusIsDown && !(world.Faulty && world.Chance.OneIn(6)))
            {
                Deliver(node, news);
                if (world.Faulty && world.Chance.OneIn(20))
                {
                    Deliver(node, news);
                }
            }
        }
    }

    private void Deliver(Node node, NodeNews news) => world.Time.At(world.Time.Now + world.Chance.Between(0, 40), _ => Hear(node, news), null);

    private static void Hear(Node node, NodeNews news)
    {
        if (node.Dead)
        {
            return;
        }

        if (news.Kind == NodeNewsKind.Conversation)
        {
            node.Feed.WakeHere(news.ConversationId);
        }
        else
        {
            node.Signals.WakeHere(DeskNews.Journal);
        }
    }
}

/// <summary>Copies of sessions that all nodes share: old ones come back, and all of them can be gone.</summary>
internal sealed class SharedCopies(World world, Node node) : ISharedSessions
{
    public async ValueTask<Conversation?> FindAsync(string conversationId)
    {
        if (world.BusIsDown || node.Dead)
        {
            return null;
        }

        await world.Time.WaitAsync(world.Chance.Between(0, 2));
        return world.Copies.GetValueOrDefault(conversationId);
    }

    public void Keep(Conversation conversation)
    {
        // A write may get lost, or come after a newer one.
        if (!world.BusIsDown && !world.Chance.OneIn(5))
        {
            world.Time.At(world.Time.Now + world.Chance.Between(0, 5), _ => world.Copies[conversation.Id] = conversation, null);
        }
    }

    public void Forget(string conversationId)
    {
        if (!world.BusIsDown)
        {
            world.Copies.Remove(conversationId);
        }
    }
}
