namespace SupportBot.Customers;

/// <summary>The index of the customers' names; it is filled a little behind the changes.</summary>
internal interface ICustomerNames
{
    /// <summary>Customers whose present name the index does not know yet.</summary>
    ValueTask<IReadOnlyList<CustomerName>> UnreadAsync(int limit, CancellationToken cancellation);

    /// <summary>Takes names into the index, those that have changed again meanwhile excepted.</summary>
    Task IndexAsync(IReadOnlyList<(CustomerName Name, string Words)> names, CancellationToken cancellation);
}

/// <param name="CustomerId">Whose it is.</param>
/// <param name="Name">Null when they have none any more.</param>
internal sealed record CustomerName(string CustomerId, string? Name);
