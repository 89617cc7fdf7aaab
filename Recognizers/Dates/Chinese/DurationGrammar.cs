using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.Chinese;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Lengths of time: 两年, 三年半, 半小时, 一个半小时, 8天20小时, 一年多三个月又20天.</summary>
internal static class DurationGrammar
{
    private const int MaxParts = 7;

    public static bool TryRead(ReadOnlySpan<char> text, int start, out Duration duration, out int end)
    {
        duration = default;
        if (!TryPart(text, start, out double count, out TimeUnit unit, out end) || unit == TimeUnit.Minute && text[end - 1] == '分' || Vocabulary.At(text, start - 1) == '同')
            return false;
        duration = Duration.Of(count, unit);
        for (int i = 1; i < MaxParts; i++)
        {
            int next = SkipJoint(text, end);
            if (!TryPart(text, next, out count, out TimeUnit other, out int after) || other >= unit && !(i == 1 && other > unit && text[next - 1] == '又'))
                break;
            unit = other;
            duration = duration.Plus(count, unit);
            end = after;
        }

        return true;
    }

    private static int SkipJoint(ReadOnlySpan<char> text, int at)
    {
        at = Vocabulary.Skip(text, at);
        while (Vocabulary.At(text, at) is '多' or '又' or '余' or '零' or '和' or '几' or ',')
            at = Vocabulary.Skip(text, at + 1);
        return at;
    }

    /// <summary>A count and its unit, with a half in, before or behind.</summary>
    public static bool TryPart(ReadOnlySpan<char> text, int start, out double count, out TimeUnit unit, out int end)
    {
        unit = TimeUnit.None;
        end = start;
        if (!TryCount(text, start, out count, out int at))
            return false;
        at = Vocabulary.Skip(text, at);
        if (Vocabulary.At(text, at) == '刻' && Vocabulary.At(text, at + 1) is '钟' && count is 1 or 2 or 3)
        {
            (count, unit, end) = (15 * count, TimeUnit.Minute, at + 2);
            return true;
        }

        at = SkipSome(text, at);
        if (Vocabulary.At(text, at) is '个' && Vocabulary.At(text, at + 1) == '半')
        {
            count += 0.5;
            at += 2;
            at = Vocabulary.At(text, at) is '月' ? at - 2 : at;
        }

        if (Numeral.IsSome(Vocabulary.At(text, at)) && Vocabulary.At(text, at + 1) == '月')
        {
            (unit, end) = (TimeUnit.Month, at + 2);
            return true;
        }

        bool halfMonth = Vocabulary.At(text, at) is '个' && Vocabulary.At(text, at + 1) == '半';
        if (halfMonth)
        {
            unit = TimeUnit.Month;
            end = at + 3;
            return true;
        }

        if (!Vocabulary.TryUnit(text, at, out unit, out end) || IsOfDate(text, start, unit, end))
            return false;
        if (Vocabulary.At(text, end) == '半' && unit is not TimeUnit.Second)
        {
            count += 0.5;
            end++;
        }

        return count > 0;
    }

    /// <summary>三十多天, 一个多月: some more, which the length leaves out.</summary>
    private static int SkipSome(ReadOnlySpan<char> text, int at)
    {
        int some = Vocabulary.At(text, at) is '个' && Numeral.IsSome(Vocabulary.At(text, at + 1)) ? at + 1 : at;
        if (Vocabulary.At(text, at) == '来' && Vocabulary.TryUnit(text, at + 1, out _, out _))
            return at + 1;
        if (!Numeral.IsSome(Vocabulary.At(text, some)))
            return at;
        int unit = Vocabulary.At(text, some + 1) is '个' ? some + 2 : some + 1;
        return Vocabulary.TryUnit(text, some + 1, out _, out _) ? some + 1 : Vocabulary.At(text, some + 1) == '月' && some > at ? some : Vocabulary.TryUnit(text, unit, out _, out _) ? unit : at;
    }

    private static bool TryCount(ReadOnlySpan<char> text, int start, out double count, out int end)
    {
        count = 0.5;
        end = start + 1;
        char c = Vocabulary.At(text, start);
        if (c == '半')
        {
            end = Vocabulary.At(text, end) is '个' && Vocabulary.At(text, end + 1) != '月' && Vocabulary.At(text, end + 1) != '小' ? end + 1 : end;
            return true;
        }

        count = 3;
        if (c is '几' or '数')
            return !(start > 0 && (Numeral.Digit(text[start - 1]) >= 0 || Numeral.Scale(text[start - 1]) > 0)) && Vocabulary.TryUnit(text, end, out _, out _);
        if (TryGuess(text, start, out count))
        {
            end = start + 2;
            return true;
        }

        if (!NumberGrammar.TryRead(text, start, true, out NumberReading number) || number.Value < 0)
            return false;
        count = number.Value;
        end = number.End;
        return true;
    }

    /// <summary>两三天, 三五个月: the least of what is guessed; before 年 two numerals are a year's name.</summary>
    private static bool TryGuess(ReadOnlySpan<char> text, int start, out double count)
    {
        char c = Vocabulary.At(text, start);
        int first = Numeral.Digit(c), second = Numeral.Digit(Vocabulary.At(text, start + 1));
        count = first;
        return first > 0 && (second == first + 1 || first == 3 && second == 5) && Vocabulary.TryUnit(text, start + 2, out TimeUnit unit, out _)
            && (unit != TimeUnit.Year || Numeral.IsPair(c));
    }

    /// <summary>"2018年", "29日" and "十二分" of a clock belong to dates; "五星期" does not.</summary>
    private static bool IsOfDate(ReadOnlySpan<char> text, int start, TimeUnit unit, int end)
    {
        int length = DigitNumber.Digits(text, start) - start;
        bool digits = length == 4 || length == 2 && text[start] == '0';
        bool year = unit == TimeUnit.Year && (digits || text[start..].StartsWith("两千年") || Vocabulary.At(text, end) is '代' or '级' or '度' || IsSpelt(text, start));
        bool day = unit == TimeUnit.Day && text[end - 1] == '日';
        return year || day || unit == TimeUnit.Minute && text[end - 1] == '分' && Vocabulary.At(text, end) == '之';
    }

    /// <summary>零八年, 二零一八年: digits one by one are a year's name.</summary>
    private static bool IsSpelt(ReadOnlySpan<char> text, int start) =>
        Numeral.Digit(Vocabulary.At(text, start)) >= 0 && Numeral.Digit(Vocabulary.At(text, start + 1)) >= 0;
}
