namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Days: 2019年7月25日, 一月十日, 29日, 2010/01/29, 明天, 下周二, 四月的最后一个星期一, 国庆节, 农历正月初一.</summary>
internal static class DayGrammar
{
    private const int FirstOfTwoCharacters = 10;
    private const string Counted = "个天日号月年周点时分秒万千百亿块元人件只条张份次岁家位多几";
    private static readonly HolidayNames Holidays = new("holidays-zh.txt");

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end, out bool lunar)
    {
        if (TryHoliday(text, start, reference, out day, out end, out lunar) || LunarDayGrammar.TryRead(text, start, reference, out day, out end, out lunar))
            return true;
        lunar = false;
        return WeekdayGrammar.TryRead(text, start, reference, out day, out end)
            || TryMonthDay(text, start, reference, out day, out end)
            || TryDigits(text, start, out day, out end)
            || TryMonthSlashDay(text, start, reference, out day, out end)
            || TryNamed(text, start, reference, out day, out end)
            || TryOfMonth(text, start, reference, out day, out end);
    }

    public static bool TryMonth(ReadOnlySpan<char> text, int start, out int month, out int end)
    {
        end = start + 1;
        month = 12;
        if (Vocabulary.At(text, start) is '腊' && Vocabulary.At(text, end) == '月')
        {
            end++;
            return true;
        }

        month = 1;
        if (Vocabulary.At(text, start) == '正' && Vocabulary.At(text, end) == '月')
        {
            end++;
            return true;
        }

        if (!Vocabulary.TryInteger(text, start, out month, out end) || month is < 1 or > 12 || start > 0 && char.IsAsciiDigit(text[start - 1]))
            return false;
        end = Vocabulary.Skip(text, end);
        bool read = Vocabulary.At(text, end) == '月';
        end++;
        return read;
    }

    /// <summary>A day's number with 日 or 号 behind.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, int start, out int number, out int end)
    {
        if (!Vocabulary.TryInteger(text, start, out number, out end) || number is < 1 or > 31 || start > 0 && char.IsAsciiDigit(text[start - 1]))
            return false;
        end = Vocabulary.Skip(text, end);
        bool read = Vocabulary.At(text, end) is '日' or '号';
        end++;
        return read;
    }

    private static bool TryNamed(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        day = default;
        if (!Vocabulary.Days.TryNumber(text, start, out int offset, out end))
            return false;
        bool shortName = end == start + 1;
        if (shortName && !Vocabulary.TryDayPart(text, end, out _, out _))
            return false;
        if (text[start..end].StartsWith("最近") && end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is '的' or '一' or '几' or '两')
            return false;
        day = Day.Exact(TimeUnits.AddDays(reference, offset));
        return true;
    }

    private static bool TryMonthDay(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        day = default;
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out int at);
        at = hasYear ? Vocabulary.SkipOf(text, at) : start;
        int named = year;
        bool relative = TryRelativeMonth(text, at, reference, out year, out int month, out int after);
        if (relative)
            at = after;
        year = hasYear ? named : year;
        if (!relative && !TryMonth(text, at, out month, out at))
        {
            end = start;
            return false;
        }

        at = Vocabulary.SkipOf(text, at);
        if (!TryNumber(text, at, out int number, out end) && !TryBareNumber(text, at, out number, out end))
            return false;
        end = SkipWeekday(text, end);
        if (hasYear || relative)
            day = Calendar.IsDate(year, month, number) ? Day.Exact(new DateTime(year, month, number)) : default;
        else
            day = Day.OfYear(month, number, reference);
        return !day.IsNone;
    }

    /// <summary>7月25, 八月十五 without 日, where nothing else claims the number.</summary>
    private static bool TryBareNumber(ReadOnlySpan<char> text, int at, out int number, out int end)
    {
        bool read = Vocabulary.TryInteger(text, at, out number, out end) && number is >= 1 and <= 31;
        char next = Vocabulary.At(text, end);
        if (!read || next is ':' or '.' or '%' or '-' or '~' or '点' or '时' or '分')
            return false;
        return char.IsAsciiDigit(text[at]) ? !char.IsLetterOrDigit(next) : number >= FirstOfTwoCharacters && !Counted.Contains(next);
    }

    /// <summary>Past a weekday that is said of the same day: 1月10日星期三, 1月10日（周三）.</summary>
    private static int SkipWeekday(ReadOnlySpan<char> text, int end)
    {
        int at = Vocabulary.Skip(text, end);
        bool bracket = Vocabulary.At(text, at) == '(';
        at = bracket || Vocabulary.At(text, at) == ',' ? Vocabulary.Skip(text, at + 1) : at;
        if (!WeekdayGrammar.TryWeekday(text, at, out _, out int after) || bracket && Vocabulary.At(text, after) != ')')
            return end;
        return bracket ? after + 1 : after;
    }

    /// <summary>下个月, 上月, 本月.</summary>
    public static bool TryRelativeMonth(ReadOnlySpan<char> text, int start, DateTime reference, out int year, out int month, out int end)
    {
        year = 0;
        month = 0;
        if (!Vocabulary.Directions.TryNumber(text, start, out int steps, out end) || Vocabulary.At(text, Vocabulary.Skip(text, end)) != '月')
            return false;
        end = Vocabulary.Skip(text, end) + 1;
        DateTime first = TimeUnits.AddMonths(Calendar.FirstOfMonth(reference.Year, reference.Month), steps);
        (year, month) = (first.Year, first.Month);
        return true;
    }

    private static bool TryOfMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        bool read = TryNumber(text, start, out int number, out end) && Vocabulary.At(text, end) is not ('楼' or '线' or '门' or '房' or '店' or '文')
            && !(start > 0 && text[start - 1] is '第' or '月');
        day = read ? Day.OfMonth(number, reference) : default;
        return read;
    }

    /// <summary>2018.7.9: the marks of a date that a decimal has too.</summary>
    public static bool IsDotted(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && Numbers.DigitNumber.Digits(text, at) == at + 4 && Vocabulary.At(text, at + 4) == '.' && TryDigits(text, at, out _, out _);

    /// <summary>2010/01/29, 2010-01-10, 2018.7.9, 1/29/2010, 20180709.</summary>
    private static bool TryDigits(ReadOnlySpan<char> text, int start, out Day day, out int end)
    {
        day = default;
        end = start;
        if (!char.IsAsciiDigit(Vocabulary.At(text, start)) || start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/'))
            return false;
        Span<int> parts = stackalloc int[3];
        char separator = '\0';
        int at = start;
        int firstLength = 0;
        for (int i = 0; i < 3; i++)
        {
            int stop = Numbers.DigitNumber.Digits(text, at);
            if (stop == at || stop - at > 4 || !Vocabulary.TryInteger(text, at, out parts[i], out end))
                return false;
            firstLength = i == 0 ? stop - at : firstLength;
            char next = Vocabulary.At(text, stop);
            if (i < 2 && (next is not ('/' or '-' or '.') || separator != '\0' && next != separator))
                return false;
            separator = next;
            at = stop + 1;
        }

        bool shortYear = firstLength == 2 && end - start <= 8 && parts[2] < 100 && text[start + 2] is '-' or '/';
        parts[0] = shortYear ? YearGrammar.FullYear(parts[0]) : parts[0];

        bool free = !char.IsAsciiLetterOrDigit(Vocabulary.At(text, end)) && !(Vocabulary.At(text, end) is '.' or '/' && char.IsAsciiDigit(Vocabulary.At(text, end + 1)));
        (int year, int month, int number) = firstLength == 4 || shortYear ? (parts[0], parts[1], parts[2]) : parts[0] > 12 ? (parts[2], parts[1], parts[0]) : (parts[2], parts[0], parts[1]);
        bool valid = free && year >= 1000 && Calendar.IsDate(year, month, number);
        day = valid ? Day.Exact(new DateTime(year, month, number)) : default;
        return valid;
    }

    /// <summary>"12/1": month and day.</summary>
    private static bool TryMonthSlashDay(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        day = default;
        end = start;
        if (!char.IsAsciiDigit(Vocabulary.At(text, start)) || start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '-'))
            return false;
        if (!Vocabulary.TryInteger(text, start, out int month, out int slash) || Vocabulary.At(text, slash) != '/' || !Vocabulary.TryInteger(text, slash + 1, out int number, out end))
            return false;
        char next = Vocabulary.At(text, end);
        bool free = !char.IsAsciiLetterOrDigit(next) && next is not ('/' or '.' or '-' or '%') && char.IsAsciiDigit(text[slash + 1]);
        day = free && Calendar.IsMonthDay(month, number) ? Day.OfYear(month, number, reference) : default;
        return !day.IsNone;
    }

    public static bool IsHoliday(ReadOnlySpan<char> text, int at) => Holidays.TryLongest(text, at, out _, out _);

    private static bool TryHoliday(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end, out bool lunar)
    {
        day = default;
        lunar = false;
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out int at);
        at = hasYear ? Vocabulary.SkipOf(text, at) : start;
        if (!Holidays.TryLongest(text, at, out Holiday holiday, out end))
            return false;
        lunar = holiday.IsLunar;
        if (!hasYear && YearGrammar.TryRead(text, Vocabulary.SkipOf(text, end), reference, out year, out int after))
            (hasYear, end) = (true, after);
        day = hasYear ? holiday.OfYear(year) : holiday.Nearest(reference);
        return true;
    }
}
