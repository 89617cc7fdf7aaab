using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Dialogs.Reminders;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs.Tests;

/// <summary>The small shop of the transcripts (<c>Transcripts/shop.json</c>), as one shopper sees it.</summary>
internal sealed class FakeShop : IOrders, ICatalogue, IReminders, ITickets
{
    private const int MostAttempts = 5;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, ReadCommentHandling = JsonCommentHandling.Skip };

    private static readonly ShopFile Stock =
        JsonSerializer.Deserialize<ShopFile>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Transcripts", "shop.json")), Format) ?? new ShopFile([], []);

    private int attempts;

    public static IReadOnlyList<Order> Orders => Stock.Orders;

    /// <summary>The customer who is signed in, or null for a guest.</summary>
    public string? Customer { get; set; }

    public bool IsVip { get; set; }

    public bool Down { get; set; }

    public List<Reminder> Pending { get; } = [];

    public List<TicketProgress> Tickets { get; } = [];

    /// <summary>Opened elsewhere: found by its reference alone.</summary>
    private static TicketProgress OfAnotherChat { get; } = new("7KQ2M9XA", TicketKind.WorkOrder, TicketStage.HandedOver, new DateTime(2026, 3, 9, 10, 0, 0), new DateTime(2026, 3, 13, 10, 0, 0), null);

    public bool SignedIn => Customer is not null;

    public Shopper? Shopper => Customer is null && !IsVip ? null : new Shopper(Customer ?? "", null, null, IsVip);

    public OrderRules Rules { get; } = new() { ReturnCost = 2.95m, LargeReturnCost = 29m };

    public ValueTask<Found<IReadOnlyList<Order>>> MineAsync(CancellationToken cancellation) => ValueTask.FromResult(Down
        ? new Found<IReadOnlyList<Order>>(LookUp.Unavailable)
        : new Found<IReadOnlyList<Order>>(LookUp.Found, [.. Stock.Orders.Where(order => order.CustomerId is { } owner && owner == Customer).OrderByDescending(order => order.PlacedAt)]));

    public ValueTask<Found<Order>> FindAsync(string number, string? proof, CancellationToken cancellation) => ValueTask.FromResult(Find(number, proof));

    public ProductQuery? Read(string text, string locale, ProductQuery? previous)
    {
        Product? named = Stock.Products.FirstOrDefault(product => product.Name.Values.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        string? category = Stock.Products.Select(product => product.Category).FirstOrDefault(name => name.Split('|').Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        string? colour = Colours.Where(pair => pair.Value.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(pair => pair.Key).FirstOrDefault();
        string? size = Stock.Products.SelectMany(product => product.Variants).Select(variant => variant.Size).OfType<string>().FirstOrDefault(one => Persons.WordLists.HoldsWord(text.Replace("码", " ", StringComparison.Ordinal), one));
        ProductQuery basis = named is null && category is null ? previous ?? new ProductQuery() : new ProductQuery();
        return named is null && category is null && (previous is null || colour is null && size is null) ? null : basis with
        {
            ProductId = named?.Id ?? basis.ProductId,
            Category = category ?? basis.Category,
            Colour = colour ?? basis.Colour,
            Size = size ?? basis.Size,
        };
    }

    public ProductHits Search(ProductQuery query, string locale, int limit)
    {
        ProductHit[] hits = [.. Stock.Products
            .Where(product => query.ProductId is null ? product.Category == query.Category : product.Id == query.ProductId)
            .Select(product => new ProductHit(product, [.. product.Variants.Where(variant => (query.Colour ?? variant.Colour) == variant.Colour && (query.Size ?? variant.Size) == variant.Size)]))
            .Where(hit => hit.Variants.Count > 0)];
        return new ProductHits([.. hits.Take(limit)], hits.Length, null);
    }

    public Product? Get(string id) => Stock.Products.FirstOrDefault(product => product.Id == id);

    public Product? OfSku(string sku) => Stock.Products.FirstOrDefault(product => product.Variants.Any(variant => variant.Sku == sku));

    public string ColourName(string key, string locale) => Colours[key][locale == Language.Chinese ? 1 : 0];

    public ValueTask<IReadOnlyList<Reminder>> PendingAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<Reminder>>([.. Pending.OrderBy(reminder => reminder.At)]);

    public ValueTask<IReadOnlyList<TicketProgress>> RecentAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<TicketProgress>>(Tickets);

    public ValueTask<TicketProgress?> FindAsync(string reference, CancellationToken cancellation) =>
        ValueTask.FromResult<TicketProgress?>(Tickets.Append(OfAnotherChat).FirstOrDefault(ticket => ticket.Reference == reference));

    private static readonly Dictionary<string, string[]> Colours = new() { ["black"] = ["black", "黑色"], ["white"] = ["white", "白色"], ["red"] = ["red", "红色"] };

    private Found<Order> Find(string number, string? proof)
    {
        if (Down)
        {
            return new Found<Order>(LookUp.Unavailable);
        }

        Order? order = Stock.Orders.FirstOrDefault(candidate => candidate.Number == number);
        if (order?.CustomerId is { } owner && owner == Customer || order is not null && proof is not null && (order.Email == proof || order.Phone == proof.Replace(" ", "", StringComparison.Ordinal)))
        {
            return new Found<Order>(LookUp.Found, order);
        }

        return SignedIn && proof is null ? new Found<Order>(LookUp.ProofNeeded)
            : proof is null ? new Found<Order>(LookUp.ProofNeeded)
            : ++attempts >= MostAttempts ? new Found<Order>(LookUp.TooManyAttempts)
            : new Found<Order>(LookUp.NotFound);
    }

    private sealed record ShopFile(IReadOnlyList<Order> Orders, IReadOnlyList<Product> Products);
}
