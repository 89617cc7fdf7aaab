using System.Globalization;
using System.Text;
using SupportBot.Desk.Search;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// Words and questions of <see cref="SearchWords"/> as PostgreSQL writes them. Its own parser and dictionaries are left out, because
/// what they make of a text depends on the server's locale: case and accents are folded here, as SQLite's index folds them.
/// </summary>
internal static class TextSearch
{
    // PostgreSQL keeps places up to here, and entries up to 2 KB.
    private const int LastPlace = 16_383;
    private const int LongestWord = 500;

    /// <summary>The words with their places.</summary>
    public static string Vector(string words)
    {
        StringBuilder vector = new(words.Length * 2);
        int place = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            place = Math.Min(place + 1, LastPlace);
            if (Folded(word) is { Length: > 0 } folded)
            {
                vector.Append(CultureInfo.InvariantCulture, $"'{folded}':{place} ");
            }
        }

        return vector.ToString();
    }

    /// <summary>What is looked for: phrases in quotes, the last word of one with an asterisk only begun.</summary>
    public static string Query(string query)
    {
        List<string> terms = [];
        string[] parts = query.Split('"');
        for (int index = 1; index < parts.Length; index += 2)
        {
            string[] words = [.. parts[index].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folded).Where(word => word.Length > 0)];
            string open = index + 1 < parts.Length && parts[index + 1].StartsWith('*') ? ":*" : "";
            if (words.Length > 0)
            {
                terms.Add($"({string.Join(" <-> ", words.Select((word, at) => $"'{word}'{(at == words.Length - 1 ? open : "")}"))})");
            }
        }

        return string.Join(" & ", terms);
    }

    // Words are letters, digits and their marks, so that nothing in them needs escaping.
    private static string Folded(string word)
    {
        StringBuilder folded = new(word.Length);
        foreach (Rune rune in word.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && folded.Length < LongestWord)
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
