using SupportBot.Desk.Search;

namespace SupportBot.Customers;

/// <summary>Reads new and changed names of customers into their index, a little behind the change.</summary>
internal sealed partial class CustomerIndexer(ICustomerNames names, TimeProvider time, ILogger<CustomerIndexer> logger) : BackgroundService
{
    private const int Piece = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task IndexAsync(CancellationToken cancellation)
    {
        IReadOnlyList<CustomerName> unread;
        do
        {
            unread = await names.UnreadAsync(Piece, cancellation);
            if (unread.Count > 0)
            {
                await names.IndexAsync([.. unread.Select(name => (name, SearchWords.Index(name.Name ?? "")))], cancellation);
            }
        }
        while (unread.Count == Piece);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        do
        {
            try
            {
                await IndexAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                IndexFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The customers' names could not be read into their index; it is tried again")]
    private static partial void IndexFailed(ILogger logger, Exception error);
}
