using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Times of day: "3pm", "7:30", "half past eight", "five thirty", "9 o'clock", "8 in the evening", "noon".</summary>
internal static class ClockGrammar
{
    private const int MidMorning = 10;
    private const int MidAfternoon = 14;

    /// <summary>Reads a time at a token. With <paramref name="loose"/> a bare hour counts, as behind "at", "from" and a date.</summary>
    public static bool TryRead(in Utterance u, int start, bool loose, out Clock clock, out int end)
    {
        if (TryNamed(u, start, out clock, out end))
            return true;
        if (PastHourGrammar.TryRead(u, start, out clock, out end))
            return WithDayPart(u, ref clock, ref end);
        bool read = u.IsDigits(start) ? TryDigits(u, start, loose, out clock, out end) : TryWords(u, start, loose, out clock, out end);
        return read && WithDayPart(u, ref clock, ref end);
    }

    /// <summary>"am", "p.m.", "a m" and, right behind digits, "a" or "p".</summary>
    public static bool TryMeridiem(in Utterance u, int at, out bool pm, out int end)
    {
        Word word = u.Word(at);
        pm = word.Term == Term.Pm;
        end = at + 1;
        if (word.Term is Term.Am or Term.Pm)
            return true;
        if (u[at].Length != 1 || u.TextOf(at) is not ("a" or "p"))
            return false;
        pm = u.IsWord(at, "p");
        int m = u.IsSymbol(at + 1, '.') ? at + 2 : at + 1;
        if (u.IsWord(m, "m"))
        {
            end = u.IsSymbol(m + 1, '.') && u.IsGlued(m + 1) && m == at + 2 ? m + 2 : m + 1;
            return true;
        }

        return u.IsGlued(at) && u.IsDigits(at - 1);
    }

    private static bool TryNamed(in Utterance u, int start, out Clock clock, out int end)
    {
        int at = u.IsDigits(start, 2) && u[start].Value == 12 || u.Word(start).Cardinal == 12 ? start + 1 : start;
        Term term = u.Word(at).Term;
        clock = term == Term.Noon ? new Clock(12, -1, -1, false) : new Clock(0, -1, -1, false);
        end = at + 1;
        if (u.Word(start).Term == Term.Mid && TryMiddle(u, start, out clock, out end))
            return true;
        if (u.Word(start).DayPart is not null && at == start)
            return false;
        return term is Term.Noon or Term.Midnight;
    }

    /// <summary>"mid-morning" is ten, "mid-afternoon" two, "mid day" noon, "mid night" midnight.</summary>
    private static bool TryMiddle(in Utterance u, int start, out Clock clock, out int end)
    {
        int at = u.IsSymbol(start + 1, '-') ? start + 2 : start + 1;
        DayPart? part = u.Word(at).DayPart;
        int hour = part == DayPart.Night ? 0 : part == DayPart.Morning ? MidMorning : part == DayPart.Afternoon ? MidAfternoon
            : u.TextOf(at) is "day" && u.IsWord(start, "mid") ? 12 : -1;
        clock = new Clock(Math.Max(hour, 0), -1, -1, false);
        end = at + 1;
        return hour >= 0 && u.IsWord(start, "mid");
    }

    private static bool TryDigits(in Utterance u, int start, bool loose, out Clock clock, out int end)
    {
        clock = Clock.None;
        end = start + 1;
        int hour = (int)Math.Min(u[start].Value, 9999), minute = -1, second = -1;
        bool colon = u.IsSymbol(start + 1, ':') && u.IsGlued(start + 1) && u.IsDigits(start + 2, 2) && u.IsGlued(start + 2);
        bool continues = u.IsGlued(start) && (u[start - 1].Kind == TokenKind.Word && !u.IsWord(start - 1, "t") || u.SymbolAt(start - 1) is '.' or ',' or '$' or ':' && u.IsDigits(start - 2));
        if (u[start].Length > 4 || continues)
            return false;
        if (colon && u[start + 2].Length == 2)
        {
            minute = (int)u[start + 2].Value;
            end = start + 3;
            ReadSeconds(u, ref end, ref second);
        }
        else if (u.IsSymbol(start + 1, '.') && u.IsGlued(start + 2) && u.IsDigits(start + 2, 2) && u[start + 2].Length == 2)
        {
            bool counted = u.Word(start + 3).Term == Term.Percent || u.Word(start + 3).Scale > 0 || u.Word(start + 3).Unit != TimeUnit.None;
            if (!TryMeridiem(u, start + 3, out _, out _) && (!loose || u[start + 2].Value >= 60 || counted))
                return false;
            minute = (int)u[start + 2].Value;
            end = start + 3;
        }
        else if (u[start].Length <= 2 && u.IsWord(start + 1, "h") && u.IsGlued(start + 1) && u.IsGlued(start + 2) && u.IsDigits(start + 2, 2)
            && u[start + 2].Length == 2 && !(u.IsGlued(start + 3) && u[start + 3].Kind == TokenKind.Word))
        {
            minute = (int)u[start + 2].Value;
            end = start + 3;
        }
        else if (u[start].Length >= 3)
        {
            minute = hour % 100;
            hour /= 100;
            if (!TryMeridiem(u, end, out _, out _) && !(loose && u[start].Length == 4 && u.Text[u[start].Start] == '0'))
                return false;
        }

        return TryFinish(u, hour, minute, second, loose || minute >= 0, out clock, ref end);
    }

    private static void ReadSeconds(in Utterance u, ref int end, ref int second)
    {
        if (u.IsSymbol(end, ':') && u.IsGlued(end) && u.IsDigits(end + 1, 2) && u.IsGlued(end + 1))
        {
            second = (int)u[end + 1].Value;
            end += 2;
        }
    }

    private static bool TryWords(in Utterance u, int start, bool loose, out Clock clock, out int end)
    {
        clock = Clock.None;
        int hour = u.Word(start).Cardinal, minute = -1;
        end = start + 1;
        if (hour is < 1 or > 12)
            return false;
        int at = u.IsSymbol(end, '-') ? end + 1 : end;
        bool two = CardinalGrammar.TryBelowHundred(u, at, out int value, out int after) && value is >= 10 and < 60;
        if (two && u.Word(after).Unit is TimeUnit.None or TimeUnit.Minute)
        {
            minute = value;
            end = u.Word(after).Unit == TimeUnit.Minute ? after + 1 : after;
        }
        else if (two)
        {
            return false;
        }

        return TryFinish(u, hour, minute, -1, loose || minute >= 0, out clock, ref end);
    }

    /// <summary>Checks the ranges and reads what settles the half of the day; a bare hour needs some sign that it is one.</summary>
    public static bool TryFinish(in Utterance u, int hour, int minute, int second, bool sure, out Clock clock, ref int end)
    {
        clock = new Clock(hour == 24 ? 0 : hour, minute, second, hour is > 0 and <= 12);
        if (hour > 24 || minute > 59 || second > 59)
            return false;
        if (TryMeridiem(u, end, out bool pm, out int after))
        {
            clock = pm ? clock.InAfternoon : clock.InMorning;
            end = u.IsWord(after, "sharp") ? after + 1 : after;
            return hour <= 12 || pm;
        }

        if (u.IsSymbol(end, '.') && u.IsGlued(end) && u.IsGlued(end + 1) && TryMeridiem(u, end + 1, out pm, out after) && u.IsDigits(end - 1))
        {
            clock = pm ? clock.InAfternoon : clock.InMorning;
            end = after;
            return hour <= 12;
        }

        int ish = u.IsSymbol(end, '-') && u.IsGlued(end) ? end + 1 : end;
        if (u.IsWord(ish, "ish") && u.IsGlued(ish))
        {
            clock = clock.Certain;
            end = ish + 1;
            return hour <= 12;
        }

        if (u.IsWord(end, "ampm") && hour <= 12)
        {
            end++;
            return true;
        }

        bool apart = u.IsWord(end, "o") && u.IsWord(end + 1, "clock");
        if (u.Word(end).Term == Term.OClock || apart)
        {
            end = apart ? end + 1 : end;
            clock = AfterOClock(u, clock, ref end);
            return true;
        }

        return !IsUnitGlued(u, end) && (sure || DayPartAfter(u, end, out _) is not null);
    }

    private static Clock AfterOClock(in Utterance u, Clock clock, ref int end)
    {
        end = u.IsWord(end + 1, "sharp") ? end + 2 : end + 1;
        if (!TryMeridiem(u, end, out bool pm, out int after))
            return clock;
        end = after;
        return pm ? clock.InAfternoon : clock.InMorning;
    }

    private static bool IsUnitGlued(in Utterance u, int end) =>
        u.IsGlued(end) && (u[end].Kind == TokenKind.Word && !u.IsWord(end, "z") || u.SymbolAt(end) is '%' or '/');

    private static bool WithDayPart(in Utterance u, ref Clock clock, ref int end)
    {
        if (DayPartAfter(u, end, out int after) is { } part)
        {
            clock = DayParts.Within(clock, part);
            end = after;
        }

        return true;
    }

    /// <summary>"in the evening", "at night" behind a time.</summary>
    private static DayPart? DayPartAfter(in Utterance u, int at, out int end)
    {
        int word = u.Word(at).Term == Term.In && u.Word(at + 1).Term == Term.The ? at + 2 : u.Word(at).Term == Term.At ? at + 1 : -1;
        word = word < 0 && u.Word(at).Term is Term.Early or Term.Late ? at : word;
        if (word >= 0 && u.Word(word).Term is Term.Early or Term.Late)
            word++;
        end = word + 1;
        return word > 0 && u.Word(word).DayPart is { IsMeal: false } part && (u.Word(at).Term is Term.In or Term.Early or Term.Late || part == DayPart.Night) ? part : null;
    }
}
