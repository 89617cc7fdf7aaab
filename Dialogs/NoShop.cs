using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Dialogs.Reminders;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs;

/// <summary>What the dialogs see where no shop is connected, or none can be reached.</summary>
public sealed class NoShop : IOrders, ICatalogue, IReminders, ITickets
{
    public static readonly NoShop Instance = new();

    public bool SignedIn => false;

    public ValueTask<Found<IReadOnlyList<Order>>> MineAsync(CancellationToken cancellation) => ValueTask.FromResult(new Found<IReadOnlyList<Order>>(LookUp.Unavailable));

    public ValueTask<Found<Order>> FindAsync(string number, string? proof, CancellationToken cancellation) => ValueTask.FromResult(new Found<Order>(LookUp.Unavailable));

    public ProductQuery? Read(string text, string locale, ProductQuery? previous) => null;

    public ProductHits Search(ProductQuery query, string locale, int limit) => new([], 0, null);

    public Product? Get(string id) => null;

    public ValueTask<IReadOnlyList<Reminder>> PendingAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<Reminder>>([]);

    public ValueTask<IReadOnlyList<TicketProgress>> RecentAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<TicketProgress>>([]);

    public ValueTask<TicketProgress?> FindAsync(string reference, CancellationToken cancellation) => ValueTask.FromResult<TicketProgress?>(null);
}
