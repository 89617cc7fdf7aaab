using System.Net.Mime;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using SupportBot.Channels.Sms;
using SupportBot.Operation;

namespace SupportBot.Outreach.Replies;

/// <summary><c>POST /api/sms</c>: where the gateway hands in what shoppers write.</summary>
internal static class SmsRoute
{
    // Told, and not asked of routing: a stranger hears that they are one, whatever they send.
    private static OpenApiRequestBody Body => new()
    {
        Required = true,
        Description = "Under the names that Sms:Inbound:From, :Text and :Id give.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [MediaTypeNames.Application.Json] = new() { Schema = Fields },
            [MediaTypeNames.Application.FormUrlEncoded] = new() { Schema = Fields },
        },
    };

    private static OpenApiSchema Fields => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "from", "text", "id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["from"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The shopper's phone number" },
            ["text"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Their words" },
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The gateway's own id of the message; a repeat has the same" },
        },
    };

    public static void MapSmsInbox(this IEndpointRouteBuilder routes) => routes.MapPost("/api/sms", TakeAsync).WithTags("SMS").DisableAntiforgery()
        .WithSummary("Hand in a shopper's text message: the gateway's call, repeated until it is answered with 204")
        .Produces(StatusCodes.Status204NoContent)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body;
            return Task.CompletedTask;
        });

    private static async Task<IResult> TakeAsync(HttpContext context, SmsInbox inbox, SmsCaller caller, IOptions<SmsOptions> options, CancellationToken cancellation)
    {
        SmsInboundOptions inbound = options.Value.Inbound;
        HttpRequest request = context.Request;
        if (await ReadAsync(request, cancellation) is not { } body)
        {
            return Refusal.TooLarge;
        }

        if (!caller.IsGateway(request, body))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return SmsRefusals.Stranger;
        }

        if (!request.HasJsonContentType() && !request.HasFormContentType)
        {
            return SmsRefusals.WrongType;
        }

        return IncomingSms.Read(body, request.HasFormContentType, inbound) is not { } sms ? Refusal.Unreadable
            : sms.Faults(inbound).ToArray() is { Length: > 0 } faults ? Refusal.Invalid(faults)
            : await inbox.TakeAsync(sms, cancellation) switch
            {
                { Outcome: SmsOutcome.Stored } => TypedResults.NoContent(),
                { Outcome: SmsOutcome.Changed } => SmsRefusals.Changed,
                { Outcome: SmsOutcome.Blocked } => SmsRefusals.Blocked,
                var taken => SmsRefusals.TooMany with { RetryAfter = taken.Wait },
            };
    }

    // Signed as it came, and never more than a message can be long.
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using MemoryStream body = new();
        byte[] part = new byte[4096];
        for (int read; (read = await request.Body.ReadAsync(part, cancellation)) > 0;)
        {
            body.Write(part, 0, read);
            if (body.Length > IncomingSms.MostBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
