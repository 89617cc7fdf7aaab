using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Finds phone numbers of many countries; the same in both cultures.</summary>
internal static class PhoneScanner
{
    /// <summary>Digits that are a number even when the groups behind them are not a part of it.</summary>
    private const int WholeNumber = 10;

    public static void Scan(ReadOnlySpan<char> text, Findings findings)
    {
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (!char.IsAsciiDigit(c) && c is not ('+' or '('))
            {
                i++;
                continue;
            }

            i = TryPhone(text, i, findings, out int end) ? end : SkipDigits(text, i);
        }
    }

    private static bool TryPhone(ReadOnlySpan<char> text, int start, Findings findings, out int end)
    {
        end = start;
        if (!PhoneRules.MayStart(text, start))
            return false;
        for (int groups = PhoneCandidate.MaxGroups; groups > 0;)
        {
            PhoneCandidate candidate = PhoneGrammar.Read(text, start, groups);
            if (candidate.Groups == 0 || groups < PhoneCandidate.MaxGroups && candidate.Digits < WholeNumber)
                return false;
            end = Math.Max(end, candidate.End);
            if (IsPhone(text, start, candidate))
            {
                end = candidate.End;
                string phone = findings.Shown(start, end);
                findings.Add(phone, start, end, "phonenumber", SequenceResolution.Scored(phone, PhoneScore.Of(phone)));
                return true;
            }

            groups = candidate.Groups - 1;
        }

        return false;
    }

    private static bool IsPhone(ReadOnlySpan<char> text, int start, in PhoneCandidate candidate) =>
        PhoneRules.MayEnd(text, candidate.End) && PhoneRules.HasShape(text[start..candidate.End], candidate)
        && !PhoneRules.IsNamedOtherwise(text, start);

    /// <summary>A bracket or plus that opens no number gives way to the digits behind it; digits are given up as a whole.</summary>
    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        int end = Numbers.DigitNumber.Digits(text, at);
        return end > at ? end : at + 1;
    }
}
