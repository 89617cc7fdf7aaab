using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Years: 2018年, 零八年, 18年, 今年, 去年, 康熙三年. Of two digits: 30 and above are of the last century.</summary>
internal static class YearGrammar
{
    private const int FirstOfLastCentury = 50;
    private const string Counted = "元块圆美欧英日港个件只张条份人次斤公千米克两号楼室吨升度分秒点万月年亿百多几家位套台辆天小周星";

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out int year, out int end)
    {
        if (Vocabulary.Years.TryNumber(text, start, out int offset, out end))
        {
            year = reference.Year + offset;
            return true;
        }

        if (Vocabulary.Reigns.TryNumber(text, start, out int before, out int at))
        {
            at = Vocabulary.Skip(text, at);
            bool first = Vocabulary.At(text, at) == '元';
            year = 1;
            end = at + 1;
            if (!first && !Vocabulary.TryInteger(text, at, out year, out end) || Vocabulary.At(text, end) != '年')
                return false;
            year += before;
            end++;
            return year is > 0 and < 9999;
        }

        return TryWritten(text, start, out year, out end);
    }

    /// <summary>A year by its digits with 年 behind.</summary>
    public static bool TryWritten(ReadOnlySpan<char> text, int start, out int year, out int end)
    {
        if (!Vocabulary.TryInteger(text, start, out year, out end) || start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.'))
            return false;
        int length = end - start;
        bool digits = char.IsAsciiDigit(text[start]) || IsSpelt(text, start, end);
        int at = Vocabulary.Skip(text, end);
        if (!digits || length is not (2 or 4) || Vocabulary.At(text, at) != '年' || Vocabulary.At(text, at + 1) is '代' or '级')
            return false;
        year = FullYear(year);
        end = at + 1;
        return year > 0;
    }

    /// <summary>A year of two digits: 50 and above in the last century, below in this one.</summary>
    public static int FullYear(int year) => year >= 100 ? year : year < FirstOfLastCentury ? 2000 + year : 1900 + year;

    /// <summary>Four digits alone, where what stands around can only be said of a year.</summary>
    public static bool TryBare(ReadOnlySpan<char> text, int start, out int year, out int end)
    {
        bool read = Vocabulary.TryInteger(text, start, out year, out end) && end - start == 4 && year is >= 1500 and <= 2100 && char.IsAsciiDigit(text[start]);
        char before = start > 0 ? text[start - 1] : ' ', next = Vocabulary.At(text, end);
        return read && (char.IsWhiteSpace(before) || before is '在' or '于' or '自' or '从' or '到' or '至' or ',' or '(' or '《')
            && (end == text.Length || char.IsWhiteSpace(next) || Normalisation.IsCjk(next) && !Counted.Contains(next) || next is ',' or '。' or '?' or '!' or ')');
    }

    private static bool IsSpelt(ReadOnlySpan<char> text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (Numbers.Chinese.Numeral.Digit(text[i]) < 0)
                return false;
        }

        return true;
    }
}
