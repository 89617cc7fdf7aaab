using SupportBot.Recognizers.Numbers.Chinese;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Days of the Chinese calendar: 农历八月十五, 正月初一, 2015年大年初三. The specifications count the month and day in the Gregorian year.</summary>
internal static class LunarDayGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end, out bool lunar)
    {
        day = default;
        bool marked = Vocabulary.Lunars.TryFind(text, start, out int at);
        at = marked ? Vocabulary.SkipOf(text, at) : start;
        bool hasYear = YearGrammar.TryRead(text, at, reference, out int year, out int after);
        at = hasYear ? Vocabulary.SkipOf(text, after) : at;
        if (hasYear && !marked && Vocabulary.Lunars.TryFind(text, at, out after))
            (marked, at) = (true, Vocabulary.SkipOf(text, after));
        lunar = true;
        end = at;
        if (!TryMonth(text, at, out int month, out after) || !TryDay(text, after, marked, out int number, out end))
            return false;
        if (!Calendar.IsMonthDay(month, Math.Min(number, 29)) || number > 30)
            return false;
        day = hasYear && Calendar.IsDate(year, month, number) ? Day.Exact(new DateTime(year, month, number)) : Day.OfYear(month, number, reference);
        return true;
    }

    private static bool TryMonth(ReadOnlySpan<char> text, int at, out int month, out int end)
    {
        month = 1;
        end = at + 2;
        if (Vocabulary.At(text, at) == '大' && Vocabulary.At(text, at + 1) == '年')
            return true;
        return DayGrammar.TryMonth(text, at, out month, out end);
    }

    /// <summary>正月, 腊月 and 大年 are months of the Chinese calendar only.</summary>
    private static bool IsChineseMonth(ReadOnlySpan<char> text, int at) => at > 1 && (text[at - 1] == '月' && text[at - 2] is '正' or '腊' || text[at - 1] == '年' && text[at - 2] == '大');

    private static bool TryDay(ReadOnlySpan<char> text, int at, bool marked, out int number, out int end)
    {
        at = Vocabulary.Skip(text, at);
        number = 0;
        end = at;
        if (Vocabulary.At(text, at) == '初')
        {
            end = at + 2;
            number = Numeral.Digit(Vocabulary.At(text, at + 1));
            number = Vocabulary.At(text, at + 1) == '十' ? 10 : number;
            return number > 0;
        }

        if (!marked && Vocabulary.At(text, at) is not ('廿' or '卅') && !IsChineseMonth(text, at))
            return false;
        if (!Vocabulary.TryInteger(text, at, out number, out end))
            return false;
        end = Vocabulary.At(text, end) is '日' or '号' ? end + 1 : end;
        return number is >= 1 and <= 30;
    }
}
