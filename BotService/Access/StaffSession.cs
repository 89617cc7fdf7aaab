namespace SupportBot.Access;

/// <summary>A signed-in browser. Its key lies in the browser's cookie; we keep only the key's hash.</summary>
/// <param name="Id">What its owner sees and ends it by.</param>
/// <param name="StaffId">Whose it is.</param>
/// <param name="CreatedAt">When they signed in.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
/// <param name="ExpiresAt">When it ends however much it is used.</param>
/// <param name="Address">Where it signed in from.</param>
/// <param name="Agent">The browser, as it calls itself.</param>
internal sealed record StaffSession(string Id, string StaffId, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt, string? Address, string? Agent);
