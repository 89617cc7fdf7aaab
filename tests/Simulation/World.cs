using SupportBot.Conversations;
using SupportBot.Desk;

namespace SupportBot.Simulation;

/// <summary>What one seed makes: nodes, shoppers, agents, and a few seconds in which anything fails, followed by time to mend it.</summary>
internal sealed class World
{
    private const int Chaos = 5_000;
    private const int Mended = 300_000;
    private const int Look = 3_000;

    private readonly Promises promises = new();
    private readonly List<Node> nodes = [];
    private readonly Action<string>? story;

    public World(ulong seed, Guard missing, TurnMetrics metrics, Action<string>? story = null)
    {
        Chance = new Chance(seed);
        Time = new SimulatedTime(Chance);
        (Missing, Metrics, this.story) = (missing, metrics, story);
        DeskOptions desk = new() { Capacity = Chance.Between(1, 3), AcceptWithin = TimeSpan.FromSeconds(5) };
        Database = new SimulatedDatabase(desk, missing) { Witness = Witness };
        Queue = new SimulatedQueue(Database, desk);
    }

    public Chance Chance { get; }

    public SimulatedTime Time { get; }

    public Guard Missing { get; }

    public TurnMetrics Metrics { get; }

    public SimulatedDatabase Database { get; }

    public SimulatedQueue Queue { get; }

    public IReadOnlyList<Node> Nodes => nodes;

    public List<Shopper> Shoppers { get; } = [];

    public List<ShopperSocket> Sockets { get; } = [];

    /// <summary>The sessions' copies that the nodes share.</summary>
    public Dictionary<string, Conversation> Copies { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether things fail now.</summary>
    public bool Faulty => Time.Now < Chaos;

    public long OutageUntil { get; private set; }

    public bool BusIsDown { get; private set; }

    /// <summary>Where a load balancer sends somebody, whether that node lives or not.</summary>
    public Node AnyNode() => nodes[Chance.Below(nodes.Count)];

    /// <summary>Lets the world run.</summary>
    /// <returns>The promise that was broken, or null.</returns>
    public string? Run()
    {
        Time.At(0, _ => Begin(), null);
        long now = Chaos + Look;
        Promises final;
        do
        {
            Time.RunUntil(now);
            final = new Promises();
            final.Judge(this);
            now += Look;
        }
        while (promises.Broken is null && final.Broken is not null && now <= Mended);
        return promises.Broken ?? final.Broken;
    }

    private void Begin()
    {
        int count = Chance.Between(1, 3);
        for (int number = 0; number < count; number++)
        {
            nodes.Add(new Node(this, number, Chance.Between(-2_500, 2_500)));
        }

        nodes.ForEach(node => node.Start());
        for (int shopper = Chance.Between(1, 2); shopper > 0; shopper--)
        {
            Shoppers.Add(new Shopper(this, $"c{shopper}"));
            Sockets.Add(new ShopperSocket(this, $"c{shopper}"));
            _ = Shoppers[^1].TalkAsync(Chance.Between(2, 5));
            _ = Sockets[^1].FollowAsync();
        }

        for (int agent = Chance.Between(1, 2); agent > 0; agent--)
        {
            Database.Presence[$"a{agent}"] = default;
            _ = new Agent(this, $"a{agent}").WorkAsync();
        }

        for (int fault = Chance.Between(0, 4); fault > 0; fault--)
        {
            Time.At(Chance.Below(Chaos), _ => Fail(), null);
        }
    }

    private void Witness(Row row, Append append)
    {
        story?.Invoke($"{Time.Now,7} {row.Id} of {row.Owner}: {append.Move?.Kind} {append.Move?.ActorId} says [{string.Join(' ', append.Messages.Select(message => $"{message.Sender} {(char)message.Body[0]} {message.ClientId} to {message.ReplyTo}"))}] on {row.Lines.Count}, turn {append.Turn?.ExpectedVersion} to {append.Turn?.Owner} of {row.Version}");
        promises.Witness(row, append);
    }

    private void Fail()
    {
        int number = Chance.Below(nodes.Count);
        int fault = Chance.Below(4);
        story?.Invoke($"{Time.Now,7} fault {fault} at node {number}");
        switch (fault)
        {
            case 0:
                nodes[number].Kill();
                Time.At(Time.Now + Chance.Between(50, 2_000), _ => Restart(number), null);
                break;
            case 1:
                nodes[number].FrozenUntil = Time.Now + Chance.Between(100, 20_000);
                break;
            case 2:
                OutageUntil = Time.Now + Chance.Between(50, 1_500);
                break;
            default:
                BusIsDown = true;
                Copies.Clear();
                Time.At(Time.Now + Chance.Between(50, 3_000), _ => BusIsDown = false, null);
                break;
        }
    }

    private void Restart(int number)
    {
        if (nodes[number].Dead)
        {
            nodes[number] = new Node(this, number, Chance.Between(-2_500, 2_500));
            nodes[number].Start();
        }
    }
}
