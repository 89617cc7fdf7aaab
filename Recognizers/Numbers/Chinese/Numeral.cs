namespace SupportBot.Recognizers.Numbers.Chinese;

/// <summary>The characters Chinese numbers are written with, simplified, traditional and financial.</summary>
internal static class Numeral
{
    /// <summary>0 to 9, or -1. 两 counts things but is no digit behind a decimal point.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' or '幺' => 1,
        '二' or '贰' or '两' or '俩' => 2,
        '三' or '叁' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>The multiplier a character stands for, or 0.</summary>
    public static double Scale(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' => 1e4,
        '亿' => 1e8,
        '兆' => 1e12,
        _ => 0,
    };

    public static bool IsPair(char c) => c is '两' or '俩' or '仨';

    public static bool IsPoint(char c) => c is '点';

    public static bool IsMinus(char c) => c is '负';

    /// <summary>"十多万", "二十几万": some more, which a single value leaves out.</summary>
    public static bool IsSome(char c) => c is '多' or '几' or '余';

    public static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    public static char At(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';
}
