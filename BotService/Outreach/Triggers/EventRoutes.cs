using SupportBot.Channels;
using SupportBot.Channels.DirectLine;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Triggers;

/// <summary>Where the store's own server tells what happens to its customers. It shows the master key of all conversations.</summary>
internal static class EventRoutes
{
    private const string Scheme = "Bearer ";
    private const int LongestSubject = 100;
    private const int LongestFact = 200;
    private const int MostFacts = 10;

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/shop/events").WithTags("Shop");
        group.MapPost("", Take).WithSummary("Tell that something has happened, or will: reminders follow it");
        group.MapPost("/over", CallOff).WithSummary("Tell that it is over: the order is paid, the cart bought");
    }

    private static async Task<IResult> Take(EventRequest request, HttpContext context, DirectLineTokens tokens, IAudience audience, EventIntake intake, TimeProvider time, CancellationToken cancellation)
    {
        if (!IsStore(context, tokens))
        {
            return WireError.Unauthorized("Send the header 'Authorization: Bearer SECRET' with the secret that the command 'secret' prints.");
        }

        if (Refuse(request) is { } refusal)
        {
            return WireError.BadRequest(refusal);
        }

        string? customer = await audience.OfShopIdAsync(request.Customer ?? "", cancellation);
        int planned = customer is null ? 0
            : await intake.TakeAsync(new OutreachEvent(request.Event ?? "", customer, request.Subject ?? "", request.At ?? time.GetUtcNow(), request.Facts ?? new Dictionary<string, string>()), cancellation);
        return TypedResults.Ok(new EventDocument(planned));
    }

    private static async Task<IResult> CallOff(EventRequest request, HttpContext context, DirectLineTokens tokens, EventIntake intake, CancellationToken cancellation)
    {
        if (!IsStore(context, tokens))
        {
            return WireError.Unauthorized("Send the header 'Authorization: Bearer SECRET' with the secret that the command 'secret' prints.");
        }

        if (!OutreachEvents.All.Contains(request.Event) || string.IsNullOrWhiteSpace(request.Subject))
        {
            return WireError.BadRequest($"event must be one of {string.Join(", ", OutreachEvents.All)}, and subject what it is about.");
        }

        await intake.CallOffAsync(request.Event ?? "", request.Subject, cancellation);
        return TypedResults.Ok(new EventDocument(0));
    }

    private static string? Refuse(EventRequest request) =>
        !OutreachEvents.All.Contains(request.Event) ? $"event must be one of {string.Join(", ", OutreachEvents.All)}."
        : string.IsNullOrWhiteSpace(request.Customer) ? "customer must be the shop's id of the customer."
        : request.Subject?.Trim().Length is not (> 0 and <= LongestSubject) ? $"subject must name what it is about, such as the order's number, in 1 to {LongestSubject} characters."
        : request.Facts is { } facts && (facts.Count > MostFacts || facts.Values.Any(value => value is null or { Length: > LongestFact })) ? $"facts may hold {MostFacts} texts of {LongestFact} characters each."
        : null;

    private static bool IsStore(HttpContext context, DirectLineTokens tokens)
    {
        string header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && tokens.IsSecret(header[Scheme.Length..].Trim());
    }
}

/// <param name="Event">What.</param>
/// <param name="Customer">The shop's id of whom.</param>
/// <param name="Subject">The order, cart or device it is about.</param>
/// <param name="At">When; now when left out.</param>
/// <param name="Facts">Values for templates.</param>
internal sealed record EventRequest(string? Event, string? Customer, string? Subject, DateTimeOffset? At, IReadOnlyDictionary<string, string>? Facts);

/// <param name="Planned">How many reminders follow.</param>
internal sealed record EventDocument(int Planned);
