namespace SupportBot.Dialogs;

/// <summary>Short messages as the bot compares them: commands and choices by number.</summary>
public static class Spoken
{
    private const string ChineseDigits = "零一二三四五六七八九";

    /// <summary>Lower case, full-width forms made ordinary, outer spaces and punctuation dropped. Longer messages are no commands and give "".</summary>
    public static string Normalize(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > 60)
        {
            return "";
        }

        if (trimmed is "*" or "#")
        {
            return trimmed.ToString();
        }

        Span<char> kept = stackalloc char[trimmed.Length];
        for (int index = 0; index < trimmed.Length; index++)
        {
            char c = trimmed[index];
            kept[index] = char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
        }

        return kept.Trim(" .,!?;:\"'()[]。，、！？；：“”‘’（）【】~ \t\r\n").ToString();
    }

    /// <summary>The number a normalized message is ("2", "no. 2", "二", "第二个"), or null.</summary>
    public static int? Number(string normalized)
    {
        ReadOnlySpan<char> core = normalized;
        foreach (string before in (ReadOnlySpan<string>)["option ", "number ", "no. ", "no ", "第", "选"])
        {
            core = core.StartsWith(before) ? core[before.Length..] : core;
        }

        core = core.TrimEnd("个项号");
        return core switch
        {
            [>= '0' and <= '9'] or [>= '1' and <= '9', >= '0' and <= '9'] => int.Parse(core, System.Globalization.CultureInfo.InvariantCulture),
            [var digit] when ChineseDigits.Contains(digit, StringComparison.Ordinal) => ChineseDigits.IndexOf(digit, StringComparison.Ordinal),
            _ => null,
        };
    }
}
