using Microsoft.AspNetCore.Diagnostics;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.Operation;

/// <summary>The one place where an exception becomes an answer: no detail leaves the service.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The handler before us has taken the endpoint off the context.
        Endpoint? endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        IResult result = endpoint?.Metadata.GetMetadata<StaffRoute>() is not null ? RefusalOf(exception) : exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => WireError.Of(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The body is too large."),
            BadHttpRequestException bad => WireError.Of(bad.StatusCode, "BadArgument", "The request could not be read."),
            StoreUnavailableException => Busy(httpContext),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => WireError.Of(StatusCodes.Status499ClientClosedRequest, "Aborted", "The client has gone."),
            _ => WireError.Of(StatusCodes.Status500InternalServerError, "ServiceError", "Something failed on our side. Nothing of this request is acknowledged; try again."),
        };
        if (exception is not (BadHttpRequestException or OperationCanceledException))
        {
            RequestFailed(logger, httpContext.Request.Method, endpoint?.DisplayName ?? "-", exception);
        }

        await result.ExecuteAsync(httpContext);
        return true;
    }

    private static Refusal RefusalOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusal.TooLarge,
        BadHttpRequestException => Refusal.Unreadable,
        StoreUnavailableException => Refusal.Busy,
        _ => Refusal.Failed,
    };

    private static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return WireError.Of(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The message could not be stored now. Try again in a moment.");
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed")]
    private static partial void RequestFailed(ILogger logger, string method, string endpoint, Exception error);
}
