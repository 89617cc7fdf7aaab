using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Customers;

namespace SupportBot.Channels.DirectLine;

/// <summary>Stands before every Direct Line route: who calls, whether the conversation is theirs, from which page, and how often.</summary>
internal sealed class DirectLineGate(DirectLineTokens tokens, VisitorLimits limits, Blocklist blocklist, IOptions<DirectLineOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        (DirectLineCaller? caller, IResult? refusal) = await AuthenticateAsync(context);
        if (caller is null)
        {
            return refusal;
        }

        if (!caller.HasSecret && context.GetRouteValue("conversationId") is string asked && asked != caller.ConversationId)
        {
            return WireError.NotFound();
        }

        if (!caller.HasSecret && HttpMethods.IsPost(context.Request.Method) && await limits.MessageAsync(caller.LimitKey, context.Connection.RemoteIpAddress) is { } wait)
        {
            return WireError.TooMany(context, wait, "Too many requests. Wait a moment and send again.");
        }

        if (HttpMethods.IsPost(context.Request.Method) && context.GetRouteValue("conversationId") is string written && blocklist.Holds(written))
        {
            return WireError.Blocked();
        }

        // Handlers have bound their arguments by now; ours is among them.
        for (int index = 0; index < invocation.Arguments.Count; index++)
        {
            if (invocation.Arguments[index] is DirectLineCaller)
            {
                invocation.Arguments[index] = caller;
            }
        }

        return await next(invocation);
    }

    private async ValueTask<(DirectLineCaller? Caller, IResult? Refusal)> AuthenticateAsync(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length > 4096)
        {
            return (null, WireError.Unauthorized("Send the header 'Authorization: Bearer SECRET' or 'Bearer TOKEN'."));
        }

        string bearer = header[Scheme.Length..].Trim();
        if (tokens.IsSecret(bearer))
        {
            return (new DirectLineCaller(null, null, []), null);
        }

        (TokenCheck check, TokenSubject? subject) = await tokens.CheckAsync(TokenUse.Conversation, bearer);
        if (check == TokenCheck.Expired)
        {
            return (null, WireError.TokenExpired());
        }

        string origin = context.Request.Headers.Origin.ToString();
        return subject is null ? (null, WireError.Unauthorized("The token is not one of ours."))
            : !options.Value.Allows(origin) || !subject.Allows(origin) ? (null, WireError.Unauthorized("This page may not use the token. Add its origin to DirectLine:AllowedOrigins."))
            : (new DirectLineCaller(subject.ConversationId, subject.UserId, subject.Origins), null);
    }
}
