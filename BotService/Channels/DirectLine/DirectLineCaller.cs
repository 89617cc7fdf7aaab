namespace SupportBot.Channels.DirectLine;

/// <summary>Who calls: the store's server with the secret (no conversation), or a client with a token of one conversation.</summary>
/// <param name="ConversationId">The only conversation the token is good for; null with the secret.</param>
/// <param name="UserId">The user the token was made for; null when it names none.</param>
/// <param name="Origins">The only pages it may be used from; empty for any.</param>
internal sealed record DirectLineCaller(string? ConversationId, string? UserId, IReadOnlyList<string> Origins)
{
    public bool HasSecret => ConversationId is null;

    /// <summary>What a limit is counted on.</summary>
    public string LimitKey => ConversationId ?? "";

    /// <summary>Nobody yet: <see cref="DirectLineGate"/> puts the real caller in its place before the handler runs.</summary>
    public static ValueTask<DirectLineCaller> BindAsync(HttpContext context) => ValueTask.FromResult(new DirectLineCaller("", null, []));
}
