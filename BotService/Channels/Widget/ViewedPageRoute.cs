using Microsoft.Extensions.Options;
using SupportBot.Channels.DirectLine;
using SupportBot.Conversations;
using SupportBot.Desk;

namespace SupportBot.Channels.Widget;

/// <summary>The widget says at which page of the store the shopper is, so that an agent need not ask.</summary>
internal static class ViewedPageRoute
{
    private const int LongestUrl = 2_000;
    private const int LongestTitle = 200;

    public static void MapViewedPage(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/widget/conversations/{conversationId}/page", SeeAsync).RequireCors(DirectLineServices.Cors).AddEndpointFilter<DirectLineGate>();

    private static async Task<IResult> SeeAsync(string conversationId, HttpRequest request, DirectLineCaller caller, IViewedPages pages, ConversationFeed feed, IOptions<DeskOptions> options, CancellationToken cancellation)
    {
        (bool read, ViewedPageRequest? body) = await OptionalBody.ReadAsync(request, WidgetJson.Default.ViewedPageRequest);
        if (!read || body?.Url is not { Length: <= LongestUrl } url || PageOf(url, request.Headers.Origin.ToString()) is not { } address)
        {
            return WireError.BadRequest("The body is not JSON like {\"url\":\"https://…\",\"title\":\"…\"} with a page of the site it comes from.");
        }

        if (options.Value.ViewedPage)
        {
            await pages.SeeAsync(conversationId, new ViewedPage(address, TitleOf(body.Title)), cancellation);
            feed.Wake(conversationId);
        }

        return TypedResults.NoContent();
    }

    /// <summary>The address without what may be private in it; null when it is none of the page's own site.</summary>
    private static string? PageOf(string url, string origin) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && string.Equals(address.GetLeftPart(UriPartial.Authority).Replace($"{address.UserInfo}@", "", StringComparison.Ordinal), origin, StringComparison.OrdinalIgnoreCase)
            ? $"{origin}{address.AbsolutePath}"
            : null;

    private static string? TitleOf(string? title)
    {
        string line = string.Join(' ', (title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= LongestTitle ? line : $"{line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)]}…";
    }
}

internal sealed record ViewedPageRequest(string? Url, string? Title);
