using System.Globalization;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>The written forms of a vocabulary file of units.</summary>
internal sealed class UnitTable
{
    private const string FractionRole = "sub";
    private const int MostWords = 5;
    private readonly Dictionary<string, UnitName>.AlternateLookup<ReadOnlySpan<char>> forms;
    private readonly Dictionary<char, int> longestByInitial;

    public UnitTable(string file)
    {
        Dictionary<string, UnitName> names = [];
        foreach (WordLine line in WordList.Read(file))
        {
            UnitName unit = Parse(line.Role, line.Value);
            foreach (string form in line.Words)
                names.TryAdd(form, unit);
        }

        forms = names.GetAlternateLookup<ReadOnlySpan<char>>();
        longestByInitial = names.Keys.GroupBy(form => form[0]).ToDictionary(group => group.Key, group => group.Max(form => form.Length));
    }

    /// <summary>The longest form in characters that begins with this one, or 0.</summary>
    public int Longest(char initial) => longestByInitial.GetValueOrDefault(initial);

    public bool TryFind(ReadOnlySpan<char> form, out UnitName unit)
    {
        bool found = forms.TryGetValue(form, out UnitName? known);
        unit = known!;
        return found;
    }

    /// <summary>The longest form at a character of a text without word boundaries.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, int at, out UnitName unit, out int end)
    {
        unit = null!;
        end = at;
        if (at >= text.Length)
            return false;
        for (int length = Math.Min(Longest(text[at]), text.Length - at); length > 0; length--)
        {
            if (TryFind(text.Slice(at, length), out unit))
            {
                end = at + length;
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest form whose words begin at a token.</summary>
    public bool TryLongest(in Utterance u, int start, out UnitName unit, out int end)
    {
        unit = null!;
        end = start;
        if (start >= u.Count)
            return false;
        int longest = Longest(u.Text[u[start].Start]);
        for (int words = Math.Min(MostWords, u.Count - start); words > 0 && longest > 0; words--)
        {
            ReadOnlySpan<char> name = u.Slice(start, start + words);
            if (name.Length <= longest && TryFind(name, out unit) && IsWhole(u, start + words))
            {
                end = start + words;
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(in Utterance u, int end) =>
        !(u.IsGlued(end) && u[end].Kind == TokenKind.Word && u[end - 1].Kind == TokenKind.Word);

    private static UnitName Parse(string role, string name)
    {
        if (role.StartsWith(FractionRole, StringComparison.Ordinal))
            return new UnitName(name, "", int.Parse(role.AsSpan(FractionRole.Length), CultureInfo.InvariantCulture));
        return new UnitName(name, role == "-" ? "" : role, 1);
    }
}
