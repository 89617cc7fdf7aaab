using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What a run is made against: one node on SQLite, or several on PostgreSQL and Redis, each reached through a proxy that can fail.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly List<IDisposable> parts = [];
    private volatile ServiceProcess? leaving;
    private Uri? front;

    private Cluster()
    {
    }

    public ServiceProcess[] Nodes { get; private set; } = [];

    public PrivatePostgres Postgres { get; private set; } = null!;

    public RedisServer Redis { get; } = new();

    /// <summary>Between the nodes and PostgreSQL.</summary>
    public TcpProxy ToPostgres { get; private set; } = null!;

    /// <summary>Between the nodes and Redis.</summary>
    public TcpProxy ToRedis { get; private set; } = null!;

    /// <summary>A new client's way in: through the balancer where there is one, or to the nodes in turn, as one without sticky sessions would have it.</summary>
    public RoundRobin Route() => new(front is null ? Nodes.Select(node => node.Address) : [front], address => address != leaving?.Address);

    /// <summary>Stops a node as in an upgrade. A balancer sees within a second that it leaves, and asks it no more until it is back.</summary>
    /// <returns>The exit code of the one that was stopped.</returns>
    public async Task<int> ReplaceAsync(ServiceProcess node)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        await node.TellToStopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        leaving = node;
        int code = await node.EndedAsync(limit.Token);
        await node.StartAsync();
        leaving = null;
        return code;
    }

    /// <param name="nodes">One is on SQLite.</param>
    /// <param name="settings">For every node.</param>
    public static Task<Cluster> StartAsync(int nodes, params string[] settings) => nodes == 1 ? StartOneAsync(settings) : StartManyAsync(nodes, null, settings);

    /// <summary>A node that its caller has started and will end.</summary>
    public static Cluster Of(ServiceProcess node) => new() { Nodes = [node] };

    /// <summary>Nodes in containers, of which only the balancer can be reached.</summary>
    public static Cluster Behind(Uri balancer) => new() { front = balancer };

    /// <param name="nodes">How many.</param>
    /// <param name="redis">Where Redis is, when it is not the cluster's own behind the proxy.</param>
    /// <param name="settings">For every node.</param>
    public static async Task<Cluster> StartManyAsync(int nodes, string? redis, params string[] settings)
    {
        Cluster cluster = new();
        try
        {
            await cluster.StartAsync(nodes, redis, settings);
            return cluster;
        }
        catch
        {
            // What has started by then would outlive the run.
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Clients that start from now on come through the balancer of <c>deploy/haproxy.cfg</c>, which knows two nodes.</summary>
    public async Task BalanceAsync()
    {
        Balancer balancer = await Balancer.StartAsync(Nodes[0], Nodes[1]);
        parts.Add(balancer);
        front = balancer.Address;
    }

    public void Dispose()
    {
        parts.Reverse();
        parts.ForEach(part => part.Dispose());
    }

    private async Task StartAsync(int nodes, string? redis, string[] settings)
    {
        parts.Add(Postgres = await PrivatePostgres.StartAsync(durable: true));
        parts.Add(Redis);
        await Redis.StartAsync();
        (string database, int port) = DatabaseOf(Postgres.ConnectionString);
        parts.Add(ToPostgres = new TcpProxy(port) { NoticedWithin = TimeSpan.FromSeconds(8) });
        parts.Add(ToRedis = new TcpProxy(Redis.Port));
        Nodes = [.. Enumerable.Range(0, nodes).Select(_ => new ServiceProcess(
        [
            .. Common, "--Data:Postgres", $"{database};Host=127.0.0.1;Port={ToPostgres.Port}", "--Data:Redis", redis ?? $"127.0.0.1:{ToRedis.Port}", .. settings,
        ]))];
        parts.AddRange(Nodes);
        foreach (ServiceProcess node in Nodes)
        {
            await node.StartAsync();
        }
    }

    private static IEnumerable<string> Common => ["--Articles:Directory", BotService.Tests.TestStore.Directory];

    private static async Task<Cluster> StartOneAsync(string[] settings)
    {
        Cluster cluster = new() { Nodes = [new ServiceProcess([.. Common, .. settings])] };
        cluster.parts.AddRange(cluster.Nodes);
        await cluster.Nodes[0].StartAsync();
        return cluster;
    }

    // The server is private, and so is its first database.
    private static (string Database, int Port) DatabaseOf(string connectionString)
    {
        string[] parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string port = parts.First(part => part.StartsWith("Port=", StringComparison.OrdinalIgnoreCase))[5..];
        string rest = string.Join(';', parts.Where(part => !part.StartsWith("Port=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("Host=", StringComparison.OrdinalIgnoreCase)));
        return (rest, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    }
}
