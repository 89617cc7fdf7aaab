using SupportBot.Operation;

namespace SupportBot.Outreach.Replies;

/// <summary>Why a text message is not taken in.</summary>
internal static class SmsRefusals
{
    public static Refusal Stranger { get; } = new(StatusCodes.Status401Unauthorized, "SmsStranger");

    public static Refusal WrongType { get; } = new(StatusCodes.Status415UnsupportedMediaType, "SmsTypeWrong");

    public static Refusal Changed { get; } = new(StatusCodes.Status409Conflict, "SmsChanged");

    public static Refusal Blocked { get; } = new(StatusCodes.Status403Forbidden, "SmsBlocked");

    public static Refusal TooMany { get; } = new(StatusCodes.Status429TooManyRequests, "SmsTooMany");
}
