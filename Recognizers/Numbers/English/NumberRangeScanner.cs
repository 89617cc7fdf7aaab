using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Finds ranges of numbers: "between 20 and 30", "at least 5", "100 or more", ">= 30", "more than 30 and less than 40".</summary>
internal static class NumberRangeScanner
{
    private const string TypeName = "numberrange";

    public static void Scan(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (!NumberRangeGrammar.TryRead(u, i, out NumberRange range))
            {
                i = SkipDigits(u, i);
                continue;
            }

            if (TryJoined(u, range, out NumberRange joined))
                range = joined;
            findings.Add(u, i, range.End, TypeName, range.ToResolution());
            i = range.End;
        }
    }

    /// <summary>A second limit behind "and", "but" or a comma.</summary>
    private static bool TryJoined(in Utterance u, NumberRange first, out NumberRange joined)
    {
        joined = default;
        int at = u.IsSymbol(first.End, ',') ? first.End + 1 : first.End;
        at = u.Word(at).Term == Term.And || u.IsWord(at, "but") ? at + 1 : at;
        return at > first.End && NumberRangeGrammar.TryRead(u, at, out NumberRange second) && NumberRange.TryJoin(first, second, out joined);
    }

    /// <summary>Digits tied to others by hyphens are no range and none of them begins one.</summary>
    private static int SkipDigits(in Utterance u, int at)
    {
        bool digits = u.IsDigits(at);
        at++;
        while (digits && u.IsGlued(at) && (u.IsDigits(at) || u.SymbolAt(at) is '-' or '/' or '.' && u.IsGlued(at + 1) && u.IsDigits(at + 1)))
            at++;
        return at;
    }
}
