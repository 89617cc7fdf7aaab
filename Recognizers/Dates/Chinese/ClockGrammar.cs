using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Times of day: 三点一刻, 下午5:00, 晚上八点半, 17点55分23秒, 2:00pm, 零点.</summary>
internal static class ClockGrammar
{
    /// <param name="part">The part of the day said before, or null: it settles which half the hour is of.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, DayPart? part, out Clock clock, out int end)
    {
        end = start;
        clock = Clock.None;
        int at = Vocabulary.Abouts.TryFind(text, start, out int after) ? after : start;
        if (part is null && Vocabulary.TryDayPart(text, at, out DayPart named, out after))
        {
            at = Vocabulary.SkipOf(text, after);
            part = named;
        }

        if (!TryBare(text, at, out clock, out end))
            return false;
        if (part is not null)
            clock = Within(clock, part);
        if (text[Math.Min(end, text.Length)..].StartsWith("左右"))
            end += 2;
        return true;
    }

    public static Clock Within(Clock clock, DayPart part) => part.Timex switch
    {
        "TDA" => clock.InMorning,
        "TMI" => clock.Hour is >= 10 and <= 12 ? clock.Certain : clock.InAfternoon,
        "TNI" => clock.IsAmbiguous && clock.Hour is >= 6 and < 12 ? clock.InAfternoon : clock.InMorning,
        _ => DayParts.Within(clock, part),
    };

    private static bool TryBare(ReadOnlySpan<char> text, int start, out Clock clock, out int end) =>
        TryColon(text, start, out clock, out end) || TryShort(text, start, out clock, out end) || TrySpoken(text, start, out clock, out end);

    /// <summary>差五分三点, 差一刻八点: minutes short of an hour.</summary>
    private static bool TryShort(ReadOnlySpan<char> text, int start, out Clock clock, out int end)
    {
        clock = Clock.None;
        end = start;
        if (Vocabulary.At(text, start) != '差' || !TryMinutes(text, start + 1, out int minutes, out int hourAt)
            || !TrySpoken(text, hourAt, out Clock hour, out end) || hour.Minute >= 0)
            return false;
        clock = Short(hour.Hour, minutes);
        return true;
    }

    /// <summary>五分, 十分钟, 一刻.</summary>
    private static bool TryMinutes(ReadOnlySpan<char> text, int start, out int minutes, out int end)
    {
        bool read = Vocabulary.TryInteger(text, start, out minutes, out int at);
        char unit = Vocabulary.At(text, at);
        end = Vocabulary.At(text, at + 1) == '钟' ? at + 2 : at + 1;
        minutes = unit == '刻' ? 15 * minutes : minutes;
        return read && unit is '刻' or '分' && minutes is >= 1 and <= 59;
    }

    private static Clock Short(int hour, int minutes)
    {
        bool ambiguous = hour is > 0 and <= 12;
        int before = hour == 0 ? 23 : hour - 1;
        return new Clock(before == 0 && ambiguous ? 12 : before, 60 - minutes, -1, ambiguous);
    }

    private static bool TryColon(ReadOnlySpan<char> text, int start, out Clock clock, out int end)
    {
        clock = Clock.None;
        end = DigitNumber.Digits(text, start);
        if (end == start || end - start > 2 || start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ':'))
            return false;
        Vocabulary.TryInteger(text, start, out int hour, out _);
        int minute = -1, second = -1;
        if (Vocabulary.At(text, end) == ':' && DigitNumber.Digits(text, end + 1) == end + 3)
        {
            Vocabulary.TryInteger(text, end + 1, out minute, out end);
            if (Vocabulary.At(text, end) == ':' && DigitNumber.Digits(text, end + 1) == end + 3)
                Vocabulary.TryInteger(text, end + 1, out second, out end);
        }

        bool meridiem = TryMeridiem(text, end, out bool pm, out int after);
        if (minute < 0 && !meridiem || hour > 24 || minute > 59 || second > 59)
            return false;
        clock = new Clock(hour == 24 ? 0 : hour, minute, second, hour is > 0 and <= 12);
        if (meridiem)
        {
            clock = pm ? clock.InAfternoon : clock.InMorning;
            end = after;
        }

        return !char.IsAsciiDigit(Vocabulary.At(text, end)) && !(Vocabulary.At(text, end) == ':' && char.IsAsciiDigit(Vocabulary.At(text, end + 1)));
    }

    private static bool TryMeridiem(ReadOnlySpan<char> text, int at, out bool pm, out int end)
    {
        at = Vocabulary.Skip(text, at);
        pm = Vocabulary.At(text, at) == 'p';
        end = at + 2;
        if (!pm && Vocabulary.At(text, at) != 'a')
            return false;
        bool dotted = Vocabulary.At(text, at + 1) == '.';
        int m = dotted ? at + 2 : at + 1;
        end = dotted && Vocabulary.At(text, m + 1) == '.' ? m + 2 : m + 1;
        return Vocabulary.At(text, m) == 'm' && !char.IsAsciiLetter(Vocabulary.At(text, end));
    }

    private static bool TrySpoken(ReadOnlySpan<char> text, int start, out Clock clock, out int end)
    {
        clock = Clock.None;
        if (!Vocabulary.TryInteger(text, start, out int hour, out end) || hour > 24 || start > 0 && char.IsAsciiDigit(text[start - 1]))
            return false;
        int at = Vocabulary.Skip(text, end);
        bool point = Vocabulary.At(text, at) is '点' or '时' && !IsWord(text, at);
        if (!point)
            return false;
        end = at + 1;
        end = Vocabulary.At(text, end) is '钟' or '整' or '正' ? end + 1 : end;
        int minute = -1, second = -1;
        if (TryMissing(text, hour, ref end, out clock))
            return true;
        ReadMinutes(text, ref end, ref minute, ref second);
        clock = new Clock(hour == 24 ? 0 : hour, minute, second, hour is > 0 and <= 12);
        return minute < 60 && second < 60;
    }

    /// <summary>八点差五分: minutes short of the hour said before.</summary>
    private static bool TryMissing(ReadOnlySpan<char> text, int hour, ref int end, out Clock clock)
    {
        clock = Clock.None;
        if (Vocabulary.At(text, end) != '差' || !TryMinutes(text, end + 1, out int minutes, out int after))
            return false;
        clock = Short(hour, minutes);
        end = after;
        return true;
    }

    /// <summary>时间 and 时候 are words of their own, and 三点五 may be a decimal with a unit.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, int at) => Vocabulary.At(text, at + 1) is '间' or '候' or '期' or '代' or '儿' or '心';

    private static void ReadMinutes(ReadOnlySpan<char> text, ref int end, ref int minute, ref int second)
    {
        int at = Vocabulary.Skip(text, end);
        if (Vocabulary.At(text, at) is '过' or '零')
            at++;
        if (Vocabulary.At(text, at) == '半')
        {
            minute = 30;
            end = at + 1;
            return;
        }

        if (!Vocabulary.TryInteger(text, at, out int value, out int after) || value > 59)
            return;
        int unit = Vocabulary.Skip(text, after);
        if (Vocabulary.At(text, unit) == '刻' && value <= 3)
        {
            minute = 15 * value;
            end = unit + 1;
        }
        else if (Vocabulary.At(text, unit) == '分' && Vocabulary.At(text, unit + 1) != '之')
        {
            minute = value;
            end = Vocabulary.At(text, unit + 1) is '钟' ? unit + 2 : unit + 1;
            ReadSeconds(text, ref end, ref second);
        }
        else if (value >= 10 && !Vocabulary.TryUnit(text, unit, out _, out _) || Numeral0(text, at))
        {
            minute = value;
            end = after;
        }
    }

    private static bool Numeral0(ReadOnlySpan<char> text, int at) => Vocabulary.At(text, at - 1) == '零';

    private static void ReadSeconds(ReadOnlySpan<char> text, ref int end, ref int second)
    {
        if (Vocabulary.TryInteger(text, Vocabulary.Skip(text, end), out int value, out int after) && Vocabulary.At(text, after) == '秒')
        {
            second = value;
            end = Vocabulary.At(text, after + 1) is '钟' ? after + 2 : after + 1;
        }
    }
}
