namespace SupportBot.Knowledge;

internal static class Script
{
    /// <summary>The language a text is plainly written in: any Chinese character says Chinese, several Latin words without one English.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        text = text.Length > Text.Scratch.MaxText ? text[..Text.Scratch.MaxText] : text;
        int letters = 0;
        int han = 0;
        foreach (char c in text)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            han += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
        }
        return han * 4 > letters ? Locales.Chinese : han == 0 && letters >= 12 ? Locales.English : null;
    }
}
