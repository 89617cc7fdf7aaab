namespace SupportBot.Recognizers;

/// <summary>The language and conventions a text is read by. Dates in digits are read month first in English, year first in Chinese.</summary>
public enum Culture
{
    /// <summary>American English, <c>en-us</c>.</summary>
    English,

    /// <summary>Simplified Chinese, <c>zh-cn</c>; traditional characters are understood where unambiguous.</summary>
    Chinese,
}
