namespace SupportBot.Recognizers.Sequences;

/// <summary>What a phone number's score counts.</summary>
/// <param name="LongRuns">Runs of five or more digits.</param>
internal readonly record struct PhoneShape(
    int Digits, int Separators, bool HasDoubledSeparator, bool HasLoneBracket, int SameAtEnd, bool IsPure, int LongRuns)
{
    private const int LongRun = 5;

    public static PhoneShape Of(ReadOnlySpan<char> phone)
    {
        int digits = 0, separators = 0, run = 0, longRuns = 0, separatorRun = 0;
        bool doubled = false;
        foreach (char c in phone)
        {
            bool digit = char.IsAsciiDigit(c);
            bool separator = c is ' ' or '\t' or '-' or '/' or '.';
            digits += digit ? 1 : 0;
            run = digit ? run + 1 : 0;
            longRuns += run == LongRun ? 1 : 0;
            separatorRun = separator ? separatorRun + 1 : 0;
            separators += separatorRun == 1 ? 1 : 0;
            doubled |= separatorRun > 1;
        }

        bool lone = phone.Contains('(') != phone.Contains(')');
        return new PhoneShape(digits, separators, doubled, lone, Repeated(phone), digits == phone.Length, longRuns);
    }

    /// <summary>Whether the text fits a pattern in which 'd' stands for a digit.</summary>
    public static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        if (text.Length != pattern.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (pattern[i] == 'd' ? !char.IsAsciiDigit(text[i]) : text[i] != pattern[i])
                return false;
        }

        return true;
    }

    private static int Repeated(ReadOnlySpan<char> phone)
    {
        int count = 1;
        while (count < phone.Length && char.IsAsciiDigit(phone[^1]) && phone[^(count + 1)] == phone[^1])
            count++;
        return Math.Min(count, 11);
    }
}
