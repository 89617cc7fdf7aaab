namespace SupportBot.Dialogs;

/// <summary>The language a message is written in, by its script: Chinese characters or Latin words.</summary>
public static class Language
{
    public const string English = "en";
    public const string Chinese = "zh";

    /// <summary>
    /// Detects <c>en</c> or <c>zh</c>. A message without enough of either (a number, a size, a single product name in a
    /// Chinese conversation) keeps the conversation's language, else the client's, else English.
    /// </summary>
    public static string Detect(ReadOnlySpan<char> text, string? conversation, string? client)
    {
        (int characters, int words) = Count(text);
        if (characters > 0 && characters * 2 >= words)
        {
            return Chinese;
        }

        // One Latin word between Chinese messages is a name or a size rather than a change of language.
        bool clearlyEnglish = words > 1 || words == 1 && conversation is null;
        return clearlyEnglish ? English : conversation ?? OfClient(client);
    }

    /// <summary>Our language for a BCP-47 tag: <c>zh</c> for any Chinese one, else <c>en</c>.</summary>
    public static string OfClient(string? tag) =>
        tag is not null && tag.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    private static (int Characters, int Words) Count(ReadOnlySpan<char> text)
    {
        int characters = 0, words = 0, letters = 0;
        foreach (char c in text[..Math.Min(text.Length, 2_000)])
        {
            if (char.IsAsciiLetter(c))
            {
                words += ++letters == 2 ? 1 : 0;
                continue;
            }

            letters = c == '\'' ? letters : 0;
            characters += IsHan(c) ? 1 : 0;
        }

        return (characters, words);
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
