namespace SupportBot.Knowledge;

/// <summary>The two languages of the store.</summary>
public static class Locales
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Simplified Chinese.</summary>
    public const string Chinese = "zh";

    /// <summary>Whether a language tag such as <c>zh-CN</c> names Chinese; any other is taken as English.</summary>
    public static bool IsChinese(string locale) => locale.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase);

    internal static string Of(string locale) => IsChinese(locale) ? Chinese : English;
}
