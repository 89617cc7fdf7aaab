using Microsoft.Extensions.Primitives;
using SupportBot.Channels;
using SupportBot.Customers;
using SupportBot.Operation;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Consents;

/// <summary>
/// Where a recipient says what they want to get. Looking never changes anything, because mail scanners open every link; a POST does, also the
/// one-click POST of RFC 8058, which carries no more than the link itself.
/// </summary>
internal static class PreferenceRoutes
{
    private const string Source = "unsubscribe";
    private const string OneClick = "List-Unsubscribe";
    private const long LongestForm = 4 * 1024;

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/preferences").WithTags("Preferences");
        group.MapGet("/{token}", Show).WithSummary("What a recipient gets, as a page");
        group.MapPost("/{token}", Change).WithSummary("Change it: the page's form, or the one-click POST of RFC 8058").DisableAntiforgery();
    }

    private static async Task<IResult> Show(string token, HttpRequest request, PreferenceLinks links, ICustomerStore customers, BotAccount store, CancellationToken cancellation) =>
        await CustomerOf(token, links, customers, cancellation) is ({ } link, { } customer)
            ? PreferencePage.Of(customer, link, RequestLanguage.Of(request), store.NameIn(RequestLanguage.Of(request)), saved: false)
            : PreferencePage.Unknown(RequestLanguage.Of(request));

    private static async Task<IResult> Change(
        string token, HttpRequest request, PreferenceLinks links, ICustomerStore customers, IRecipientMarks marks, BotAccount store, TimeProvider time, CancellationToken cancellation)
    {
        string language = RequestLanguage.Of(request);
        if (request.ContentLength > LongestForm || !request.HasFormContentType || await CustomerOf(token, links, customers, cancellation) is not ({ } link, { } customer))
        {
            return PreferencePage.Unknown(language);
        }

        IFormCollection form = await request.ReadFormAsync(cancellation);
        bool oneClick = form.ContainsKey(OneClick);
        (Reach Channel, Purpose Purpose)[] asked = oneClick ? [.. Purposes.All.Select(purpose => (link.Channel, purpose))] : PreferencePage.Choices;
        foreach ((Reach channel, Purpose purpose) in asked)
        {
            bool wanted = !oneClick && form.TryGetValue(PreferencePage.FieldOf(channel, purpose), out StringValues value) && value == "on";
            if (wanted != PreferencePage.IsOn(customer, channel, purpose))
            {
                await customers.ConsentAsync(customer.Id, new Consent(channel.Name(), purpose.Name(), wanted, Source, time.GetUtcNow()), null, cancellation);
            }
        }

        if (link.Recipient > 0 && (oneClick || asked.Any(choice => choice.Channel == link.Channel && !form.ContainsKey(PreferencePage.FieldOf(choice.Channel, choice.Purpose)))))
        {
            await marks.OptedOutAsync(link.Recipient, cancellation);
        }

        return oneClick ? TypedResults.NoContent()
            : await customers.FindAsync(customer.Id, cancellation) is { } after ? PreferencePage.Of(after, link, language, store.NameIn(language), saved: true)
            : PreferencePage.Unknown(language);
    }

    private static async Task<(PreferenceLink?, Customer?)> CustomerOf(string token, PreferenceLinks links, ICustomerStore customers, CancellationToken cancellation) =>
        links.Read(token) is { } link && await customers.FindAsync(link.CustomerId, cancellation) is { ErasedAt: null } customer ? (link, customer) : (null, null);
}
