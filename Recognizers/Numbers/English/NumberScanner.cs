using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Finds English numbers and percentages.</summary>
internal static class NumberScanner
{
    public static void Numbers(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (!TryNumber(u, i, out NumberReading number))
            {
                i = SkipBroken(u, i);
                continue;
            }

            findings.Add(u, i, number.End, "number", NumberResolution.Number(number));
            i = number.End;
        }
    }

    public static void Percentages(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (TryPercentFirst(u, i, out NumberReading percent))
            {
                findings.Add(u, i, percent.End, "percentage", NumberResolution.Percentage(percent.Value));
                i = percent.End;
            }
            else if (!TryNumber(u, i, out NumberReading number))
            {
                if (u.Word(i).Term == Term.Percent)
                    findings.Add(u, i, i + 1, "percentage", NumberResolution.AnyPercentage);
                i = SkipBroken(u, i);
            }
            else
            {
                bool halfA = number.Shape == NumberShape.Fraction && u.Word(number.End).Term == Term.A;
                int end = PercentEnd(u, halfA ? number.End + 1 : number.End);
                if (end > 0)
                    findings.Add(u, i, end, "percentage", NumberResolution.Percentage(number.Value));
                i = end > 0 ? end : number.End;
            }
        }
    }

    /// <summary>A number that stands for itself: not the pronoun of "the one", not part of an address.</summary>
    public static bool TryNumber(in Utterance u, int start, out NumberReading number)
    {
        if (!NumberGrammar.TryRead(u, start, false, out number))
            return false;
        bool pronoun = number.End == start + 1 && u.Word(start).Cardinal == 1
            && (u.Word(start - 1).Term is Term.The or Term.This or Term.That || u.IsWord(start - 1, "which"));
        return !pronoun && !u.IsSymbol(start - 1, '%') && !u.IsSymbol(start - 1, '=');
    }

    private static int PercentEnd(in Utterance u, int at)
    {
        if (u.IsSymbol(at, '%') && !(u.IsGlued(at + 1) && u.IsDigits(at + 1)) || u.Word(at).Term == Term.Percent)
            return at + 1;
        return u.IsWord(at, "per") && u.IsWord(at + 1, "cent") ? at + 2 : -1;
    }

    private static bool TryPercentFirst(in Utterance u, int start, out NumberReading percent)
    {
        percent = default;
        int end = u.IsSymbol(start, '%') ? -1 : PercentEnd(u, start);
        return end > 0 && u.Word(end).Term == Term.Of && TryNumber(u, end + 1, out percent);
    }

    /// <summary>Past a token that begins no number, and past the rest of a number that letters or slashes spoil.</summary>
    private static int SkipBroken(in Utterance u, int at)
    {
        bool digits = u.IsDigits(at) || u.IsSymbol(at, '.') && u.IsDigits(at + 1);
        at++;
        while (digits && u.IsGlued(at) && (u.IsDigits(at) || u.SymbolAt(at) is '.' or ',' && u.IsGlued(at + 1) && u.IsDigits(at + 1)))
            at++;
        return at;
    }
}
