namespace SupportBot.Channels;

/// <summary>The error document of all the protocols we speak: <c>{"error":{"code","message"}}</c>.</summary>
internal static class WireError
{
    public static IResult BadRequest(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult Unauthorized(string message) => Of(StatusCodes.Status401Unauthorized, "Unauthorized", message);

    /// <summary>The only 403 a client may see: any other makes the official one open socket after socket.</summary>
    public static IResult TokenExpired() => Of(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Get a new one.");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation for this token.");

    /// <summary>Not a 403, for the reason above. In both languages: a client of the protocol tells none.</summary>
    public static IResult Blocked() => Of(StatusCodes.Status400BadRequest, "Blocked", "The store takes no more messages from you here. / 本店不再接收您在这里发送的消息。");

    public static IResult Conflict(string idName) => Of(StatusCodes.Status409Conflict, "Conflict", $"Another message was sent under the same {idName}. Send this one under an id of its own.");

    public static IResult TooLarge(long limit) => Of(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body is larger than {limit} bytes.");

    public static IResult WrongContentType(string expected) => Of(StatusCodes.Status415UnsupportedMediaType, "BadArgument", $"Send the body as {expected}.");

    public static IResult TooMany(HttpContext context, TimeSpan retryAfter, string message)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", message);
    }

    /// <summary>For sockets only: a request is served to the last.</summary>
    public static IResult Leaving(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Of(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "This node is about to stop. Connect again.");
    }

    public static IResult Of(int status, string code, string message) =>
        Results.Json(new ErrorDocument(new ErrorDetail(code, message)), WireJson.Compact.ErrorDocument, statusCode: status);
}

internal sealed record ErrorDocument(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);
