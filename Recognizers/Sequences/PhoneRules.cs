using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Which digit groups are a phone number, by their own form and by what stands around them.</summary>
internal static class PhoneRules
{
    private const int ContextLength = 24;
    private const int LongestPure = 15;

    public static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        char first = text[at];
        if (at == 0)
            return true;
        char before = text[at - 1];
        if (before is '#' or '$' or '/' or '_' or '=' or '*' or '&' or '+' or '~' || before == '(' && first == '(')
            return false;
        if (char.IsAsciiDigit(before) || first == '+' && before == ')')
            return false;
        if (before is '.' or ',' or ':' && at > 1 && char.IsAsciiDigit(text[at - 2]))
            return before == ',' && IsLongRunBefore(text, at - 1);
        if (before is '-' or '–')
            return MayFollowHyphen(text, at - 1);
        return first is '+' or '(' || !IsWordLetter(before);
    }

    public static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
            return true;
        char next = text[end];
        char afterNext = end + 1 < text.Length ? text[end + 1] : '\0';
        if (IsWordLetter(next) || next is '=' or '_' or '%' or '*' or ')' || char.IsAsciiDigit(next))
            return false;
        if (next is ':' or ',' or '.' or '/' or '-' or '+' && char.IsAsciiDigit(afterNext))
            return next == ',' && IsLongRunBefore(text, end);
        return next != ' ' || !IsHexadecimal(text, end + 1);
    }

    public static bool HasShape(ReadOnlySpan<char> phone, in PhoneCandidate c)
    {
        if (c.Groups == 1)
            return c.Digits <= LongestPure && (c.Digits >= 8 || c.Digits >= 6 && (phone[0] == '0' || c.HasPlus));
        if (IsDate(phone) || IsCard(c))
            return false;
        if (c.HasDot && !IsDotted(phone, c))
            return false;
        if (c.Digits <= 7)
            return c.HasPlus && c.Digits == 7 || PhoneShape.Fits(phone, "ddd-dddd") && phone[0] != '1' || PhoneShape.Fits(phone, "(ddd) dddd");
        if (PhoneShape.Fits(phone, "dddd/dddd") || PhoneShape.Fits(phone, "dddd-dddd") && IsYears(phone))
            return false;
        return !(phone.StartsWith("+") && phone.Length > 3 && phone[3] == '-' && c.Groups > 4 && c.Length(1) == 2) && c.Length(0) <= 12;
    }

    /// <summary>"account number 12345678", "my card is 12345678": the words before say what the digits are.</summary>
    public static bool IsNamedOtherwise(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> context = text[Math.Max(0, start - ContextLength)..start];
        return context.Contains("account", StringComparison.Ordinal) || context.Contains("card", StringComparison.Ordinal);
    }

    private static bool IsWordLetter(char c) => char.IsLetter(c) && !Normalisation.IsCjk(c);

    /// <summary>Four digits before a comma: it parts two numbers and groups no thousands.</summary>
    private static bool IsLongRunBefore(ReadOnlySpan<char> text, int comma) => comma >= 4 && !text.Slice(comma - 4, 4).ContainsAnyExceptInRange('0', '9');

    /// <summary>A word may be tied on by a hyphen ("office-1(516)…"); a letter, a code or another number may not.</summary>
    private static bool MayFollowHyphen(ReadOnlySpan<char> text, int hyphen)
    {
        int start = hyphen;
        bool digits = false;
        while (start > 0 && hyphen - start < ContextLength && char.IsLetterOrDigit(text[start - 1]))
            digits |= char.IsAsciiDigit(text[--start]);
        int length = hyphen - start;
        return hyphen > 0 && text[hyphen - 1] is not (' ' or ')') && !Normalisation.IsCjk(text[hyphen - 1]) && !digits && length != 1;
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text, int at)
    {
        bool letter = false, digit = false;
        for (; at < text.Length && char.IsAsciiLetterOrDigit(text[at]); at++)
        {
            letter |= char.IsAsciiLetter(text[at]);
            digit |= char.IsAsciiDigit(text[at]);
            if (letter && digit)
                return true;
        }

        return false;
    }

    private static bool IsDate(ReadOnlySpan<char> phone)
    {
        foreach (char mark in "-/. ")
        {
            int first = phone.IndexOf(mark);
            int second = first < 0 ? -1 : phone[(first + 1)..].IndexOf(mark) + first + 1;
            if (second <= first)
                continue;
            int a = first, b = second - first - 1, c = phone.Length - second - 1;
            if (b is 1 or 2 && (a is 1 or 2 && c == 4 || a == 4 && c is 1 or 2) && (mark != ' '))
                return true;
        }

        return false;
    }

    private static bool IsCard(in PhoneCandidate c) =>
        c.Groups == 4 && c.Length(0) == 4 && c.Length(1) == 4 && c.Length(2) == 4 && c.Length(3) == 4;

    private static bool IsYears(ReadOnlySpan<char> phone) => phone[0] is '1' or '2' && phone[5] is '1' or '2';

    private static bool IsDotted(ReadOnlySpan<char> phone, in PhoneCandidate c) =>
        c.Groups >= 3 && (c.Length(c.Groups - 1) >= 3 || c.Groups > 4 || c.HasPlus) && (!c.OnlyDots || c.Length(0) is 3 && c.Length(2) is 4 || c.HasPlus);
}
