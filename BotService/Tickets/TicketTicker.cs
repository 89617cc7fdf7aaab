using Microsoft.Extensions.Options;

namespace SupportBot.Tickets;

/// <summary>Reminds owners of what is due soon, tells the supervisors what is late, and has shoppers told how theirs go on. Each due ticket is claimed by one node.</summary>
internal sealed partial class TicketTicker(ITicketStore store, TicketDesk desk, TicketTeller teller, IOptions<TicketOptions> options, TimeProvider time, ILogger<TicketTicker> logger) : BackgroundService
{
    private const int Page = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Looks at every ticket that is due for it.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> TickAsync(CancellationToken cancellation)
    {
        int looked = 0;
        TicketTimes times = await desk.TimesAsync(cancellation);
        IReadOnlyList<Ticket> due;
        do
        {
            due = await store.ClaimDueAsync(Page, Lease, cancellation);
            foreach (Ticket ticket in due)
            {
                // Changed meanwhile: it is looked at again when the lease ends.
                (Ticket after, string action) = TicketRules.Chase(ticket, time.GetUtcNow(), times);
                await store.SaveAsync(after, new TicketEntry(time.GetUtcNow(), null, null, action, null), null, cancellation);
                looked++;
            }
        }
        while (due.Count == Page);
        return looked;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
                await teller.TellDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                TickFailed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Due tickets could not be looked at; it is tried again")]
    private static partial void TickFailed(ILogger logger, Exception error);
}
