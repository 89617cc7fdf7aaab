using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;
using SupportBot.Conversations.Outbox;
using SupportBot.Desk.Queue;

namespace SupportBot.Simulation;

/// <summary>One life of one node: the service's own lane, turns, sessions, feed and signals over the world's time, database and bus.</summary>
internal sealed class Node
{
    private const int SweepEvery = 15_000;
    private const int RecheckEvery = 4_000;
    private const int TendEvery = 15_000;

    private readonly World world;

    public Node(World world, int number, int skew)
    {
        this.world = world;
        Number = number;
        Clock = new NodeClock(world.Time, skew);
        Store = new NodeStore(world, this);
        Feed = new ConversationFeed(new Announcements(world, this));
        Signals = new DeskSignals(new Announcements(world, this), Clock);
        Sessions = new Sessions(Store, new SharedCopies(world, this));
        Turns = new TurnRunner(Store, new ConversationLane(), new NodeLease(), Sessions, Feed, Signals, new WorldTaker(world.Time, world.Chance), new OutboxSignal(Clock), new TurnsUnderway(), world.Metrics, Clock, NullLogger<TurnRunner>.Instance);
    }

    public int Number { get; }

    public NodeClock Clock { get; }

    public NodeStore Store { get; }

    public ConversationFeed Feed { get; }

    public DeskSignals Signals { get; }

    public Sessions Sessions { get; }

    public TurnRunner Turns { get; }

    /// <summary>Killed: nothing it has begun goes on, and no call to it returns.</summary>
    public bool Dead { get; private set; }

    /// <summary>Until when it stands still without knowing it.</summary>
    public long FrozenUntil { get; set; }

    public void Start()
    {
        _ = SweepAsync();
        _ = TendAsync();
        _ = RecheckAsync();
    }

    public void Kill()
    {
        Dead = true;
        Sessions.Dispose();
    }

    private async Task SweepAsync()
    {
        while (!Dead && world.Missing != Guard.Sweep)
        {
            foreach (string conversation in await Quietly(() => Store.UnansweredAsync(100, CancellationToken.None)) ?? [])
            {
                _ = Quietly(() => FinishAsync(conversation));
            }

            await world.Time.WaitAsync(SweepEvery);
        }
    }

    private async ValueTask<object?> FinishAsync(string conversation)
    {
        await Turns.FinishAsync(conversation, CancellationToken.None);
        return null;
    }

    private async Task TendAsync()
    {
        while (!Dead)
        {
            int pause = TendEvery;
            if (await Quietly(async () => (QueueTending?)await Store.TendAsync()) is { } tending)
            {
                Signals.Wake(tending.News);
                pause = tending.NextDue is { } due ? (int)Math.Clamp((due - Clock.GetUtcNow()).TotalMilliseconds, 20, TendEvery) : TendEvery;
            }

            await Signals.QueueAsync(TimeSpan.FromMilliseconds(pause), CancellationToken.None);
            await world.Time.WaitAsync(20);
        }
    }

    // What FeedRecheck does, without its timer's thread.
    private async Task RecheckAsync()
    {
        while (!Dead && world.Missing != Guard.Recheck)
        {
            await world.Time.WaitAsync(RecheckEvery);
            foreach (string conversation in Feed.Followed)
            {
                Feed.WakeHere(conversation);
            }
        }
    }

    private static async Task<T?> Quietly<T>(Func<ValueTask<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StoreUnavailableException)
        {
            return default;
        }
    }
}
