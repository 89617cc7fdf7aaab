using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Finds English ordinals, those relative to the current or last item included.</summary>
internal static class OrdinalScanner
{
    private const string Current = "current";
    private const string Last = "end";

    public static void Scan(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (TryFromEnd(u, i, out int offset, out int end) && u[i].Start >= 0)
            {
                findings.Add(u, i, end, "ordinal.relative", NumberResolution.Relative(Last, offset));
                i = end;
            }
            else if (OrdinalGrammar.TryRead(u, i, out NumberReading ordinal) && ordinal.Value > 0)
            {
                findings.Add(u, i, ordinal.End, "ordinal", NumberResolution.Ordinal(ordinal.Value));
                i = ordinal.End;
            }
            else if (TryRelative(u, i, out string anchor, out offset))
            {
                end = anchor == Current && u.Word(i + 1).Cardinal == 1 && u.TextOf(i + 1) is "one" && !IsCounted(u, i + 2) ? i + 2 : i + 1;
                findings.Add(u, i, end, "ordinal.relative", NumberResolution.Relative(anchor, offset));
                i = end;
            }
            else
            {
                i++;
            }
        }
    }

    private static bool IsCounted(in Utterance u, int at) => u.Word(at).Cardinal >= 0 || u.Word(at).Scale > 0;

    private static bool TryRelative(in Utterance u, int at, out string anchor, out int offset)
    {
        anchor = Current;
        offset = 0;
        switch (u.Word(at).Term)
        {
            case Term.Next or Term.Following: offset = 1; return true;
            case Term.Past: offset = -1; return u.TextOf(at) is "previous";
            case Term.Current: return true;
            case Term.Last: anchor = Last; return true;
            default: return false;
        }
    }

    /// <summary>"the second to last", "last but one", "next to last", "the one before the last one", "penultimate".</summary>
    private static bool TryFromEnd(in Utterance u, int start, out int offset, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        offset = -1;
        end = at + 1;
        switch (u.TextOf(at))
        {
            case "penultimate" when at == start: return true;
            case "antepenultimate" when at == start: offset = -2; return true;
            case "next" when at == start: return IsToLast(u, at + 1, ref end);
            case "last" when u.IsWord(at + 1, "but") && u.Word(at + 2).Cardinal > 0:
                offset = -u.Word(at + 2).Cardinal;
                end = at + 3;
                return true;
            case "one" when u.IsWord(at + 1, "before") && u.Word(at + 2).Term == Term.The && u.Word(at + 3).Term == Term.Last:
                end = u.Word(at + 4).Cardinal == 1 ? at + 5 : at + 4;
                return true;
            default:
                int ordinal = u.Word(at).Ordinal;
                offset = 1 - ordinal;
                return ordinal >= 2 && IsToLast(u, at + 1, ref end);
        }
    }

    private static bool IsToLast(in Utterance u, int at, ref int end)
    {
        at = u.IsSymbol(at, '-') ? at + 1 : at;
        int last = u.IsSymbol(at + 1, '-') ? at + 2 : at + 1;
        if (u.Word(at).Term != Term.To || u.Word(last).Term != Term.Last)
            return false;
        end = last + 1;
        return true;
    }
}
