using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Numbers.English;

/// <summary>Ordinals in words and digits: "twenty-first", "two hundredth", "a hundred trillionth", "21st".</summary>
internal static class OrdinalGrammar
{
    public static bool TryRead(in Utterance u, int start, out NumberReading ordinal)
    {
        if (TryDigits(u, start, out ordinal))
            return true;
        int end = start;
        double lead = 0;
        if (CardinalGrammar.TryRead(u, start, out NumberReading cardinal))
        {
            end = cardinal.End;
            lead = cardinal.Value;
            if (u.Word(end).Term == Term.And || u.IsSymbol(end, '-'))
                end++;
        }
        else if (u.Word(start).Term == Term.A && u.Word(start + 1).OrdinalScale > 0)
        {
            end = start + 1;
        }

        return TryTail(u, end, lead, out ordinal);
    }

    /// <summary>"1st", "22nd", "2th": digits and an ending, whichever it is.</summary>
    public static bool TryDigits(in Utterance u, int start, out NumberReading ordinal)
    {
        ordinal = default;
        if (!u.IsDigits(start) || !u.IsGlued(start + 1) || u.TextOf(start + 1) is not ("st" or "nd" or "rd" or "th"))
            return false;
        ordinal = new NumberReading(u[start].Value, start + 2, NumberShape.Integer);
        return true;
    }

    private static bool TryTail(in Utterance u, int at, double lead, out NumberReading ordinal)
    {
        ordinal = default;
        Word word = u.Word(at);
        double value;
        if (word.OrdinalScale > 0)
        {
            double low = lead % word.OrdinalScale;
            if (lead > 0 && low == 0)
                return false;
            value = lead == 0 ? word.OrdinalScale : lead - low + low * word.OrdinalScale;
        }
        else
        {
            double room = lead % 100;
            if (word.Ordinal < 0 || room != 0 && (room < 20 || room % 10 != 0 || word.Ordinal >= 10))
                return false;
            value = lead + word.Ordinal;
        }

        ordinal = new NumberReading(value, at + 1, NumberShape.Integer);
        return true;
    }
}
