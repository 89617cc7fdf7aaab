namespace SupportBot.Conversations;

/// <summary>The page of the store that a shopper looks at while they chat: only the last one is kept.</summary>
internal interface IViewedPages
{
    Task SeeAsync(string conversationId, ViewedPage page, CancellationToken cancellation);

    ValueTask<ViewedPage?> OfAsync(string conversationId, CancellationToken cancellation);
}

/// <param name="Url">Without query and fragment, which may hold what nobody else is to see.</param>
/// <param name="Title">The page's title.</param>
internal sealed record ViewedPage(string Url, string? Title);
