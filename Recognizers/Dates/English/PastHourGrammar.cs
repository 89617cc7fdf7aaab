using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Times counted from an hour: "half past seven", "quarter to eight", "thirty-six minutes past eight".</summary>
internal static class PastHourGrammar
{
    private const int MostHours = 12;

    public static bool TryRead(in Utterance u, int start, out Clock clock, out int end)
    {
        clock = Clock.None;
        if (!TryMinutes(u, start, out int minutes, out int at, out bool named))
        {
            end = start;
            return false;
        }

        bool past = u.Word(at).Term is Term.Past or Term.After && !u.IsWord(at, "previous");
        bool to = u.Word(at).Term is Term.To or Term.Until or Term.Before && (named || minutes > MostHours && !u.IsDigits(start));
        end = at + 1;
        if (!past && !to)
            return false;
        bool digits = u.IsDigits(end, 2);
        int hour = digits ? (int)u[end].Value : u.Word(end).Cardinal;
        if (hour is < 1 or > 12)
            return false;
        end++;
        hour = past ? hour : hour == 1 ? 12 : hour - 1;
        return ClockGrammar.TryFinish(u, hour, past ? minutes : 60 - minutes, -1, true, out clock, ref end);
    }

    private static bool TryMinutes(in Utterance u, int start, out int minutes, out int end, out bool named)
    {
        int at = u.Word(start).Term == Term.A ? start + 1 : start;
        end = at + 1;
        named = true;
        minutes = u.Word(at).Term switch { Term.Half => 30, Term.Quarter => 15, _ => 0 };
        if (u.Word(start).Cardinal == 3 && u.Word(start + 1).Term == Term.Quarter)
            (minutes, end) = (45, start + 2);
        if (minutes > 0)
            return true;
        if (u.IsDigits(at, 2))
            minutes = (int)u[at].Value;
        else if (!CardinalGrammar.TryBelowHundred(u, at, out minutes, out end))
            return false;
        named = u.Word(end).Unit == TimeUnit.Minute;
        end = named ? end + 1 : end;
        return minutes is > 0 and < 60 && (named || !u.IsDigits(at) || u.IsWord(end, "past"));
    }
}
