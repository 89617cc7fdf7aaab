namespace SupportBot.Articles;

/// <summary>Loads the articles at start and again when their files or rows change, or a day begins.</summary>
internal sealed partial class ArticleWatch(LiveArticles articles, IArticleStore store, TimeProvider time, ILogger<ArticleWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Taken before the articles are read, so that one changed meanwhile is read again.
    private State? seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        articles.Seed();
        seen = await LookAsync(cancellationToken);
        await articles.LoadAsync(cancellationToken);

        // Learning needs much memory for a moment: give it back before sockets come to need it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await base.StartAsync(cancellationToken);
    }

    // Looking at the files' times every two seconds works on every file system, which notifications do not.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ReloadAsync(stoppingToken);
        }
    }

    private async Task ReloadAsync(CancellationToken cancellation)
    {
        try
        {
            State now = await LookAsync(cancellation);
            if (now != seen)
            {
                await articles.LoadAsync(cancellation);
                seen = now;
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            ReloadFailed(logger, error);
        }
    }

    private async Task<State> LookAsync(CancellationToken cancellation)
    {
        DateTime newest = DateTime.MinValue;
        int count = 0;
        if (Directory.Exists(articles.Directory))
        {
            foreach (string file in Directory.EnumerateFiles(articles.Directory, "*", SearchOption.AllDirectories))
            {
                DateTime changed = File.GetLastWriteTimeUtc(file);
                newest = changed > newest ? changed : newest;
                count++;
            }
        }

        return new State(newest, count, await store.RevisionAsync(cancellation), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    [LoggerMessage(LogLevel.Error, "The changed articles could not be read; the last good ones stay in service")]
    private static partial void ReloadFailed(ILogger logger, Exception error);

    /// <summary>What the articles depend on.</summary>
    private sealed record State(DateTime Newest, int Count, long Revision, DateOnly Day);
}
