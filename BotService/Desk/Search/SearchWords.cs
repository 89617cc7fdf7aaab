using System.Globalization;
using System.Text;

namespace SupportBot.Desk.Search;

/// <summary>
/// Cuts texts into the words the index keeps, and what somebody looks for into a question to it. Chinese has no blanks, so it is
/// cut into overlapping pairs of characters: two characters are found as one word, more as pairs side by side.
/// </summary>
internal static class SearchWords
{
    private const int MostWords = 16;

    /// <summary>The text as the index takes it.</summary>
    public static string Index(string text)
    {
        StringBuilder words = new(text.Length * 2);
        foreach ((string run, bool han) in Runs(text))
        {
            if (!han)
            {
                words.Append(run).Append(' ');
                continue;
            }

            string[] characters = Characters(run);
            for (int index = 0; index < characters.Length; index++)
            {
                words.Append(characters[index]).Append(index + 1 < characters.Length ? characters[index + 1] : "").Append(' ');
            }
        }

        return words.ToString();
    }

    /// <summary>What is looked for, in the index's own language; null when there is no word in it.</summary>
    public static string? Query(string text)
    {
        List<string> terms = [];
        foreach ((string run, bool han) in Runs(text))
        {
            string[] characters = han ? Characters(run) : [];
            terms.Add(
                !han ? $"\"{run}\"*"
                : characters.Length == 1 ? $"\"{run}\"*"
                : $"\"{string.Join(' ', Enumerable.Range(0, characters.Length - 1).Select(index => characters[index] + characters[index + 1]))}\"");
        }

        return terms.Count == 0 ? null : string.Join(' ', terms.Take(MostWords));
    }

    /// <summary>Where in the text stands what is looked for, as starts and ends.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Matches(string text, string query)
    {
        List<(int Start, int End)> found = [];
        foreach ((string run, _) in Runs(query).Take(MostWords))
        {
            for (int at = text.IndexOf(run, StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < 50; at = text.IndexOf(run, at + run.Length, StringComparison.OrdinalIgnoreCase))
            {
                found.Add((at, at + run.Length));
            }
        }

        return [.. found.Order().Select(match => (int[])[match.Start, match.End])];
    }

    private static IEnumerable<(string Text, bool Han)> Runs(string text)
    {
        StringBuilder run = new();
        bool han = false;
        foreach (Rune rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            bool isHan = IsHan(rune);
            bool isWord = isHan || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (run.Length > 0 && (!isWord || isHan != han))
            {
                yield return (run.ToString(), han);
                run.Clear();
            }

            if (isWord)
            {
                han = isHan;
                run.Append(rune.ToString());
            }
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), han);
        }
    }

    private static string[] Characters(string run) => [.. run.EnumerateRunes().Select(rune => rune.ToString())];

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
