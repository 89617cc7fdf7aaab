namespace SupportBot.Dialogs.Orders;

/// <summary>A signed-in shopper, as the store site has vouched for.</summary>
/// <param name="Id">The customer's id in the shop.</param>
/// <param name="Vip">Whether the store sets great store by them.</param>
public sealed record Shopper(string Id, string? Name, string? Email, bool Vip);
