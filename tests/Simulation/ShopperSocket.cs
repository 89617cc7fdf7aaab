using SupportBot.Conversations;

namespace SupportBot.Simulation;

/// <summary>A shopper's page: a watermark that follows the feed of a node, and moves to another when that one dies.</summary>
internal sealed class ShopperSocket(World world, string conversationId) : IFeedReader
{
    private Node? node;
    private IDisposable? following;
    private bool pumping;
    private bool again;

    public string ConversationId => conversationId;

    /// <summary>What the page has been sent, in order.</summary>
    public List<Message> Seen { get; } = [];

    public async Task FollowAsync()
    {
        while (true)
        {
            if (node is null or { Dead: true })
            {
                following?.Dispose();
                node = world.AnyNode();
                pumping = false;
                following = node.Feed.Follow(conversationId, this);
                Wake();
            }

            await world.Time.WaitAsync(world.Chance.Between(200, 600));
        }
    }

    public void Wake()
    {
        again = true;
        if (!pumping && node is { } served)
        {
            pumping = true;
            _ = PumpAsync(served);
        }
    }

    public void Show(ReadOnlyMemory<byte> activity)
    {
    }

    private async Task PumpAsync(Node served)
    {
        while (again && node == served)
        {
            again = false;
            try
            {
                IReadOnlyList<Message> page = await served.Store.ReadAsync(conversationId, Seen.Count, 50, CancellationToken.None);
                if (node == served)
                {
                    Seen.AddRange(page);
                }
            }
            catch (StoreUnavailableException)
            {
                // The socket is closed on such an error, and the page comes back with its watermark.
                node = null;
                return;
            }
        }

        if (node == served)
        {
            pumping = false;
        }
    }
}
