using Microsoft.Extensions.Options;
using StackExchange.Redis;
using SupportBot.Access;

namespace SupportBot.Storage.Redis;

/// <summary>
/// The connection to Redis, and whether it is there. Whoever asks never waits longer than the limit; after the first failure nobody asks
/// until a probe beside the traffic has succeeded, so that an absent Redis costs a turn nothing.
/// </summary>
internal sealed partial class RedisLink(IOptions<DataOptions> options, ISecretStore secrets, TimeProvider time, ILogger<RedisLink> logger) : BackgroundService
{
    private const int ProbesBeforeReconnect = 5;
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private readonly List<(RedisChannel Channel, Action<RedisValue> Hear)> subscriptions = [];
    private ConnectionMultiplexer? connection;
    private volatile IDatabase? reachable;

    /// <summary>Before all keys and channels. A restored database gets a new one, so that copies of its later life are never met.</summary>
    public string Prefix { get; } = $"supportbot:{Convert.ToHexStringLower(secrets.GetOrCreate("installation", 16))}:";

    public bool IsThere => reachable is not null;

    /// <summary>Whether a text can be read as one and names a server; an empty one asks for none.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) || ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Asks Redis; gives up after the limit.</summary>
    /// <returns>Its answer, or <paramref name="otherwise"/> when it is absent.</returns>
    public async ValueTask<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, T otherwise)
    {
        if (reachable is not { } database)
        {
            return otherwise;
        }

        try
        {
            T answer = await ask(database).WaitAsync(options.Value.RedisTimeout, time);

            // The client completes its calls one after the other: what follows must not hold up the next.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return answer;
        }
        catch (Exception error)
        {
            Lose(error);
            return otherwise;
        }
    }

    /// <summary>Sends something nobody waits for.</summary>
    public void Send(Action<IDatabase> send)
    {
        if (reachable is not { } database)
        {
            return;
        }

        try
        {
            send(database);
        }
        catch (Exception error)
        {
            Lose(error);
        }
    }

    /// <summary>Hears a channel from the next connection on; to be called before the link is started.</summary>
    public void Subscribe(string channel, Action<RedisValue> hear) => subscriptions.Add((Prefix + channel, hear));

    public override void Dispose()
    {
        connection?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int failed = 0;
        using PeriodicTimer timer = new(ProbeEvery, time);
        do
        {
            try
            {
                await ProbeAsync(stoppingToken);
                failed = 0;
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Lose(error);
                failed++;
            }

            if (failed >= ProbesBeforeReconnect)
            {
                // The client may hold a half-open connection, or one to a server that is no longer the master.
                connection?.Dispose();
                connection = null;
                failed = 0;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ProbeAsync(CancellationToken cancellation)
    {
        TimeSpan patience = options.Value.RedisTimeout * 4;
        if (connection is null)
        {
            ConfigurationOptions configuration = ConfigurationOptions.Parse(options.Value.Redis);
            configuration.AbortOnConnectFail = false;
            configuration.ConnectRetry = 1;
            configuration.ConnectTimeout = (int)patience.TotalMilliseconds;
            configuration.KeepAlive = 5;
            ConnectionMultiplexer fresh = await ConnectionMultiplexer.ConnectAsync(configuration).WaitAsync(patience * 2, time, cancellation);
            connection = fresh;
            foreach ((RedisChannel channel, Action<RedisValue> hear) in subscriptions)
            {
                await fresh.GetSubscriber().SubscribeAsync(channel, (_, message) => hear(message)).WaitAsync(patience, time, cancellation);
            }
        }

        // A write: a replica that only reads is not what we need.
        IDatabase database = connection.GetDatabase();
        await database.StringSetAsync(Prefix + "probe", "", TimeSpan.FromMinutes(1)).WaitAsync(patience, time, cancellation);
        if (reachable is null)
        {
            Found(logger);
        }

        reachable = database;
    }

    private void Lose(Exception error)
    {
        if (Interlocked.Exchange(ref reachable, null) is not null)
        {
            Lost(logger, error);
        }
    }

    [LoggerMessage(LogLevel.Information, "Redis is there")]
    private static partial void Found(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Redis does not answer; until it does, nodes hear of each other by looking again")]
    private static partial void Lost(ILogger logger, Exception error);
}
