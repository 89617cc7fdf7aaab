using System.Globalization;
using SupportBot.Recognizers.Dates;

namespace SupportBot.Recognizers.Text;

/// <summary>The English vocabulary of <c>Words/en.txt</c>, looked up without allocating.</summary>
internal static class Lexicon
{
    public static readonly Word Unknown = new();

    private static readonly List<Word> Entries = [];
    private static readonly WordTable Words = Load();
    private static readonly Word AtSign = Find("@", out _);

    /// <summary>A word of the vocabulary, else <see cref="Unknown"/>; of a possessive ("today's") only the known word before the apostrophe.</summary>
    public static Word Find(ReadOnlySpan<char> word, out int length)
    {
        length = word.Length;
        if (Words.TryFind(word, out int found))
            return Entries[found];
        if (word.Length < 3 || word[^2] != '\'' || word[^1] != 's' || !Words.TryFind(word[..^2], out found))
            return Unknown;
        length -= 2;
        return Entries[found];
    }

    public static Word Symbol(char symbol) => symbol == '@' ? AtSign : Unknown;

    private static WordTable Load()
    {
        WordTable words = new();
        foreach (WordLine line in WordList.Read("en.txt"))
        {
            foreach (string word in line.Words)
            {
                if (words.TryAdd(word, Entries.Count))
                    Entries.Add(new Word());
                words.TryFind(word, out int index);
                Word entry = Entries[index];
                entry.IsPlural |= line.IsPlural;
                Assign(entry, line.Role, line.Value);
                entry.Hints = entry.FindHints();
            }
        }

        return words;
    }

    private static void Assign(Word word, string role, string value)
    {
        switch (role)
        {
            case "cardinal": word.Cardinal = Number(value); break;
            case "ordinal": word.Ordinal = Number(value); break;
            case "scale": word.Scale = double.Parse(value, CultureInfo.InvariantCulture); break;
            case "ordinalscale": word.OrdinalScale = double.Parse(value, CultureInfo.InvariantCulture); break;
            case "month": word.Month = Number(value); break;
            case "weekday": word.Weekday = Number(value); break;
            case "unit": word.Unit = TimeUnits.Named(value); break;
            case "daypart": word.DayPart = DayPart.Find(value); break;
            case "season": word.Season = Enum.Parse<Season>(value); break;
            case "recurrence": word.Recurrence = value; break;
            case "term": word.Term = Enum.Parse<Term>(value); break;
            default: throw new FormatException($"Words/en.txt: no such role '{role}'");
        }
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
