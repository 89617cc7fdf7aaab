using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Reads the digit groups of one phone number: country code, area code in brackets, groups apart by space, hyphen, dot or slash, extension.</summary>
internal static class PhoneGrammar
{
    private const int MaxDigits = 16;
    private const int SubscriberDigits = 9;
    private const int MaxExtension = 6;

    public static PhoneCandidate Read(ReadOnlySpan<char> text, int start, int maxGroups)
    {
        PhoneCandidate candidate = new(start);
        int at = start;
        while (candidate.Groups < maxGroups && TryGroup(text, at, ref candidate, out int end))
        {
            at = Separator(text, end, ref candidate);
            if (at < 0 || IsComplete(text, at, candidate))
                break;
        }

        ReadExtension(text, ref candidate);
        return candidate;
    }

    /// <summary>A subscriber's number is whole, and what a space sets apart behind it is another one.</summary>
    private static bool IsComplete(ReadOnlySpan<char> text, int at, in PhoneCandidate candidate)
    {
        int next = DigitNumber.Digits(text, at) - at;
        int last = candidate.Length(candidate.Groups - 1);
        return last >= SubscriberDigits && next >= 4 && candidate.LastSeparator == ' ' || candidate.Digits + next > MaxDigits;
    }

    /// <summary>Digits, with '+' in front at the beginning, or in brackets.</summary>
    private static bool TryGroup(ReadOnlySpan<char> text, int at, ref PhoneCandidate candidate, out int end)
    {
        end = at;
        bool bracket = at < text.Length && text[at] == '(';
        int digits = bracket ? SkipSpace(text, at + 1) : at;
        bool plus = digits < text.Length && text[digits] == '+';
        if (plus && candidate.Groups > 0)
            return false;
        digits = plus ? SkipSpace(text, digits + 1) : digits;
        int stop = DigitNumber.Digits(text, digits);
        if (stop == digits)
            return false;
        int close = bracket ? SkipSpace(text, stop) : stop;
        if (bracket && (close >= text.Length || text[close] != ')'))
            return false;
        end = bracket ? close + 1 : stop;
        if (!bracket && candidate.Groups == 0 && stop - digits == 3 && stop < text.Length && text[stop] == ')')
            end = stop + 1;
        candidate.HasPlus |= plus;
        candidate.HasBracket |= bracket;
        candidate.Add(stop - digits, end);
        return true;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    /// <summary>The place of the next group, or -1. Brackets need no separator; one mark and a space on each side may stand between.</summary>
    private static int Separator(ReadOnlySpan<char> text, int end, ref PhoneCandidate candidate)
    {
        int at = end;
        char mark = ' ';
        if (at < text.Length && text[at] is ' ' or '\t')
            at++;
        if (at < text.Length && text[at] is '-' or '.' or '/' or '–')
        {
            mark = text[at++];
            if (at < text.Length && text[at] == ' ')
                at++;
        }

        if (at >= text.Length || !char.IsAsciiDigit(text[at]) && text[at] != '(')
            return -1;
        if (at == end && text[at] != '(' && text[end - 1] != ')')
            return -1;
        if (at > end)
        {
            candidate.LastSeparator = mark;
            candidate.OnlyDots &= mark == '.';
            candidate.HasDot |= mark == '.';
        }

        return at;
    }

    private static void ReadExtension(ReadOnlySpan<char> text, ref PhoneCandidate candidate)
    {
        int at = SkipSpace(text, candidate.End);
        if (text[at..].StartsWith("ext"))
            at = at + 3 < text.Length && text[at + 3] == '.' ? at + 4 : at + 3;
        else if (at < text.Length && text[at] == 'x')
            at++;
        else
            return;
        at = SkipSpace(text, at);
        int end = DigitNumber.Digits(text, at);
        if (end > at && end - at <= MaxExtension)
            candidate.Extend(end, true);
    }
}
