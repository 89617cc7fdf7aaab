namespace SupportBot.Dialogs.Orders;

/// <summary>What the shop is asked to do. The numbers are stored.</summary>
public enum OrderChangeKind
{
    Cancel = 0,
    ChangeAddress = 1,
    Return = 2,
    Exchange = 3,
    Invoice = 4,

    /// <summary>Tell the shopper when a product is back in stock; it has no order.</summary>
    RestockNotice = 5,
}

/// <summary>A change the shopper has confirmed. The shop carries it out once for each <see cref="Key"/>.</summary>
public sealed record OrderChange
{
    /// <summary>The idempotency key, made from the conversation and the turn.</summary>
    public required string Key { get; init; }

    public required OrderChangeKind Kind { get; init; }

    public string? OrderNumber { get; init; }

    /// <summary>SKUs it concerns; empty for the whole order.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>With an exchange, the SKU wanted instead; with a restock notice, the SKU waited for.</summary>
    public string? WantedSku { get; init; }

    public Address? Address { get; init; }

    /// <summary>Why, as a word that reports can count (<c>too-small</c>, <c>damaged</c>, <c>changed-mind</c> …).</summary>
    public string? Reason { get; init; }

    /// <summary>With an invoice, whom it is made out to.</summary>
    public string? InvoiceTo { get; init; }

    public string? TaxNumber { get; init; }

    public string? Email { get; init; }

    public required string Locale { get; init; }
}
