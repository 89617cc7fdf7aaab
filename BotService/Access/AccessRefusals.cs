using SupportBot.Operation;

namespace SupportBot.Access;

internal static class AccessRefusals
{
    public static Refusal SignedOut { get; } = new(StatusCodes.Status401Unauthorized, "SignedOut");

    public static Refusal SignInFailed { get; } = new(StatusCodes.Status401Unauthorized, "SignInFailed");

    public static Refusal CodeNeeded { get; } = new(StatusCodes.Status401Unauthorized, "CodeNeeded");

    public static Refusal TooManyAttempts { get; } = new(StatusCodes.Status429TooManyRequests, "TooManyAttempts");

    public static Refusal CrossSite { get; } = new(StatusCodes.Status403Forbidden, "CrossSite");

    public static Refusal NotAllowed { get; } = new(StatusCodes.Status403Forbidden, "NotAllowed");

    public static Refusal PasswordChangeNeeded { get; } = new(StatusCodes.Status403Forbidden, "PasswordChangeNeeded");

    public static Refusal WrongPassword { get; } = new(StatusCodes.Status403Forbidden, "WrongPassword");

    public static Refusal WrongCode { get; } = new(StatusCodes.Status409Conflict, "WrongCode");

    public static Refusal EmailTaken { get; } = new(StatusCodes.Status409Conflict, "EmailTaken");

    public static Refusal LastAdministrator { get; } = new(StatusCodes.Status409Conflict, "LastAdministrator");
}
