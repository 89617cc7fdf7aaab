namespace SupportBot.Articles;

/// <summary>Loads the articles at start and again when their files change, or a day begins.</summary>
internal sealed partial class ArticleWatch(LiveArticles articles, TimeProvider time, ILogger<ArticleWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Taken before the files are read, so that one changed meanwhile is read again.
    private (DateTime Newest, int Count, DateOnly Day) seen;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        articles.Seed();
        seen = Stamp();
        articles.Load();

        // Learning needs much memory for a moment: give it back before sockets come to need it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return base.StartAsync(cancellationToken);
    }

    // Looking at the files' times every two seconds works on every file system, which notifications do not.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Reload();
        }
    }

    private void Reload()
    {
        try
        {
            (DateTime, int, DateOnly) now = Stamp();
            if (now != seen)
            {
                articles.Load();
                seen = now;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ReloadFailed(logger, error);
        }
    }

    private (DateTime Newest, int Count, DateOnly Day) Stamp()
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

        return (newest, count, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    [LoggerMessage(LogLevel.Error, "The changed articles could not be read; the last good ones stay in service")]
    private static partial void ReloadFailed(ILogger logger, Exception error);
}
