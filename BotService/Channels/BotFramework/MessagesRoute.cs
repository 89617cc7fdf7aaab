using System.Diagnostics;
using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Customers;

namespace SupportBot.Channels.BotFramework;

/// <summary>
/// <c>POST /api/messages</c>: where Connectors, the Emulator and hubs hand in activities. A plain request delegate, because
/// the binding and filters of a route handler would cost more than the turn.
/// </summary>
internal sealed class MessagesRoute(ConnectorAuthentication authentication, ServiceHosts hosts, TurnRunner turns, Blocklist blocklist)
{
    private const string ExpectReplies = "expectReplies";

    public async Task HandleAsync(HttpContext context)
    {
        IResult? answer;
        try
        {
            answer = await HearAsync(context);
        }
        catch (SigningKeysUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
            answer = WireError.Of(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Tokens cannot be checked now. Try again in a moment.");
        }

        if (answer is not null)
        {
            await answer.ExecuteAsync(context);
        }
    }

    /// <returns>The answer, or null when it is written already.</returns>
    private async ValueTask<IResult?> HearAsync(HttpContext context)
    {
        (ConnectorCaller? caller, string? refusal) = await authentication.AuthenticateAsync(context);
        if (caller is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return WireError.Unauthorized(refusal ?? "");
        }

        (BodyOutcome outcome, Activity? activity) = await ActivityReader.ReadAsync(context.Request, context.RequestAborted);
        return outcome switch
        {
            BodyOutcome.NotJson => WireError.BadRequest("The body is not an activity in JSON."),
            BodyOutcome.TooLarge => WireError.TooLarge(ActivityReader.MaxBytes),
            BodyOutcome.WrongContentType => WireError.WrongContentType("application/json"),
            BodyOutcome.Read => await TakeAsync(context, caller, activity ?? new Activity()),
        };
    }

    private ValueTask<IResult?> TakeAsync(HttpContext context, ConnectorCaller caller, Activity activity)
    {
        IResult? refusal = ConnectorMessage.Refuse(activity) is { } wrong ? WireError.BadRequest(wrong)
            : caller.Refuse(activity) is { } foreign ? WireError.Unauthorized(foreign)
            : null;
        return refusal is not null ? ValueTask.FromResult<IResult?>(refusal) : activity.Type switch
        {
            ActivityTypes.Invoke => ValueTask.FromResult<IResult?>(WireError.Of(StatusCodes.Status501NotImplemented, "NotImplemented", "This bot answers no invoke of this name.")),
            ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate => StoreAsync(context, activity),

            // A bot does not know every type there will ever be, and says nothing to those it does not.
            _ => ValueTask.FromResult<IResult?>(Results.Ok()),
        };
    }

    private async ValueTask<IResult?> StoreAsync(HttpContext context, Activity activity)
    {
        bool answeredAtOnce = activity.DeliveryMode == ExpectReplies;
        if (!answeredAtOnce && !hosts.TryRead(activity.ServiceUrl, out _))
        {
            return WireError.BadRequest("Replies could not be sent to the activity's serviceUrl. It must be https, and its host in BotFramework:AllowedServiceHosts.");
        }

        try
        {
            ConnectorMessage message = ConnectorMessage.Of(activity, answeredAtOnce);
            if (blocklist.Holds(message.ConversationId))
            {
                return WireError.Blocked();
            }

            return answeredAtOnce ? await AnswerAsync(context, message) : await ReceiveAsync(message, context.RequestAborted);
        }
        catch (JsonException)
        {
            return WireError.BadRequest("The activity holds text that is not valid Unicode.");
        }
    }

    private async ValueTask<IResult?> AnswerAsync(HttpContext context, ConnectorMessage message)
    {
        (AppendResult result, IReadOnlyList<Message> replies) = await turns.AnswerAsync(message.ConversationId, message.Opening, message.Message, message.Work, context.RequestAborted);
        if (Refuse(result) is { } refusal)
        {
            return refusal;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        StoredActivity.WriteSet(replies, null, context.Response.BodyWriter);
        return null;
    }

    private async ValueTask<IResult?> ReceiveAsync(ConnectorMessage message, CancellationToken cancellation)
    {
        Append append = new() { ConversationId = message.ConversationId, Opening = message.Opening, Messages = [message.Message], Move = message.Move, Outbox = message.Work };
        AppendResult result = await turns.ReceiveAsync(append, cancellation);

        // What a hub says must not be refused: when it comes too late to change anything, it is only kept.
        result = result.Outcome == AppendOutcome.Refused ? await turns.ReceiveAsync(append with { Move = null }, cancellation) : result;
        return Refuse(result) ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult? Refuse(AppendResult result) => result.Outcome switch
    {
        AppendOutcome.Stored or AppendOutcome.Repeated => null,
        AppendOutcome.Changed => WireError.Conflict("activity id"),
        AppendOutcome.Clash or AppendOutcome.Missing or AppendOutcome.Refused => throw new UnreachableException("A write that opens its conversation and decides nothing cannot be outrun."),
    };
}
