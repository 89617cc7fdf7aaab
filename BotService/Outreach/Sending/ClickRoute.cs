using SupportBot.Outreach.Consents;

namespace SupportBot.Outreach.Sending;

/// <summary>Links in what was sent lead through here, so that clicks are counted. Only addresses that we have signed are led on to.</summary>
internal static class ClickRoute
{
    public static void MapClicks(this IEndpointRouteBuilder routes) => routes.MapGet("/r/{token}", Follow).WithTags("Preferences").WithSummary("Lead on to a link of a message that was sent");

    private static async Task<IResult> Follow(string token, PreferenceLinks links, IRecipientMarks marks, CancellationToken cancellation)
    {
        if (links.ReadClick(token) is not ({ } recipient, { Scheme: "https" or "http" } address))
        {
            return TypedResults.NotFound();
        }

        await marks.ClickedAsync(recipient, cancellation);
        return TypedResults.Redirect(address.AbsoluteUri);
    }
}
