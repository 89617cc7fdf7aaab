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

    // A run with a digit or an @ in it is a number, a size or an address, and no word of a language.
    private static (int Characters, int Words) Count(ReadOnlySpan<char> text)
    {
        int characters = 0, words = 0, letters = 0;
        bool data = false;
        foreach (char c in text[..Math.Min(text.Length, 2_000)])
        {
            characters += IsHan(c) ? 1 : 0;
            if (char.IsAsciiLetter(c) || c == '\'')
            {
                letters += c == '\'' ? 0 : 1;
                continue;
            }

            data |= char.IsAsciiDigit(c) || c == '@';
            if (!char.IsAsciiDigit(c) && c != '@' && !(data && c is '.' or '-' or '_'))
            {
                words += letters >= 2 && !data ? 1 : 0;
                (letters, data) = (0, false);
            }
        }

        return (characters, words + (letters >= 2 && !data ? 1 : 0));
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
