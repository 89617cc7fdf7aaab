namespace SupportBot.Recognizers.Sequences;

/// <summary>
/// How much a run of digits looks like a phone number, 0 to 1: the published score of Recognizers-Text. A country code, an area
/// code in brackets, separators and length earn points; long unbroken digits, one digit repeated at the end and odd formats cost.
/// </summary>
internal static class PhoneScore
{
    private const int Base = 30;
    private const int CountryCode = 40;
    private const int AreaCode = 30;
    private const int Formatted = 20;
    private const int Length = 10;
    private const int LocalUsNumber = 15;
    private const int TypicalOtherFormat = 40;
    private const int WrongFormat = 20;
    private const int MaxSeparators = 3;
    private const int MaxExtraDigits = 3;
    private const int UsualDigits = 8;
    private const int LongestPure = 11;

    public static double Of(ReadOnlySpan<char> phone)
    {
        PhoneShape shape = PhoneShape.Of(phone);
        int score = Base;
        score += HasCountryCode(phone) ? CountryCode : phone.Contains('(') ? AreaCode : 0;
        if (shape.Separators > 0)
        {
            score += Math.Min(shape.Separators, MaxSeparators) * Formatted;
            score -= shape.HasDoubledSeparator ? WrongFormat : 0;
            score -= shape.HasLoneBracket ? WrongFormat : 0;
        }

        score += Math.Min(shape.Digits - UsualDigits, MaxExtraDigits) * Length;
        score -= Math.Max(shape.SameAtEnd - 2, 0) * Length;
        score -= shape.IsPure ? Math.Max(phone.Length - LongestPure, 0) * Length : 0;
        score -= IsTypicalOtherFormat(phone) ? TypicalOtherFormat : 0;
        score -= Math.Max(shape.LongRuns - 1, 0) * Length;
        score += IsLocalUs(phone) ? LocalUsNumber : 0;
        return Math.Clamp(score, 0, 100) / 100.0;
    }

    private static bool HasCountryCode(ReadOnlySpan<char> phone)
    {
        ReadOnlySpan<char> rest = phone[0] == '(' ? phone[1..].TrimStart() : phone;
        return rest.StartsWith("+") || rest.StartsWith("00");
    }

    /// <summary>Social security numbers, international prefixes with a hyphen, "(123).456.7890".</summary>
    private static bool IsTypicalOtherFormat(ReadOnlySpan<char> phone) =>
        PhoneShape.Fits(phone, "ddd-dd-dddd") || PhoneShape.Fits(phone, "(ddd).ddd.dddd") || phone.StartsWith("00-") || phone.StartsWith("011-");

    private static bool IsLocalUs(ReadOnlySpan<char> phone) =>
        phone[0] is >= '2' and <= '9' && (PhoneShape.Fits(phone, "ddd-dddd") || PhoneShape.Fits(phone, "ddd.dddd"));
}
