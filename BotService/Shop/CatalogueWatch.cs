using Microsoft.Extensions.Options;
using SupportBot.Articles;

namespace SupportBot.Shop;

/// <summary>Loads the catalogue at start and again when products, prices or words change or a day begins; then tells whoever waited for something that is back.</summary>
internal sealed partial class CatalogueWatch(
    LiveCatalogue catalogue,
    IProductStore products,
    LiveArticles articles,
    StorePolicy policy,
    RestockTeller restock,
    Demo.DemoSeed demo,
    IOptions<ShopOptions> options,
    TimeProvider time,
    ILogger<CatalogueWatch> logger) : BackgroundService
{
    // Learning a large catalogue takes a while: the rests between are this many times as long, however often stock changes.
    private const int RestFactor = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Taken before the products are read, so that one changed meanwhile is read again.
    private (long Revision, DateTime Words, DateOnly Day) seen;
    private DateTimeOffset restUntil;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsRemote)
        {
            await demo.SeedAsync(cancellationToken);
            seen = await StampAsync(cancellationToken);
            await catalogue.LoadAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A shop that answers slowly must not hold up the start.
        if (options.Value.IsRemote)
        {
            await ReloadAsync(stoppingToken);
        }

        using PeriodicTimer timer = new(options.Value.IsRemote ? options.Value.CatalogueInterval : Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ReloadAsync(stoppingToken);
        }
    }

    private async Task ReloadAsync(CancellationToken cancellation)
    {
        try
        {
            (long, DateTime, DateOnly) now = options.Value.IsRemote ? default : await StampAsync(cancellation);
            if (options.Value.IsRemote || now != seen && time.GetUtcNow() >= restUntil)
            {
                long started = time.GetTimestamp();
                await catalogue.LoadAsync(cancellation);
                seen = now;
                restUntil = time.GetUtcNow() + (time.GetElapsedTime(started) * RestFactor);
            }

            await restock.TellAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            ReloadFailed(logger, error);
        }
    }

    private async Task<(long, DateTime, DateOnly)> StampAsync(CancellationToken cancellation) =>
        (await products.RevisionAsync(cancellation), File.GetLastWriteTimeUtc(CatalogueWordsFile.PathIn(articles.Source)), policy.Today);

    [LoggerMessage(LogLevel.Error, "The changed products could not be read; the last good ones stay in service")]
    private static partial void ReloadFailed(ILogger logger, Exception error);
}
