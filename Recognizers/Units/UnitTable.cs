using System.Globalization;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Units;

/// <summary>The written forms of a vocabulary file of units.</summary>
internal sealed class UnitTable
{
    private const string FractionRole = "sub";
    private const int MostWords = 5;
    private readonly WordTable forms = new();
    private readonly List<UnitName> units = [];

    public UnitTable(string file)
    {
        foreach (WordLine line in WordList.Read(file))
        {
            foreach (string form in line.Words)
                forms.TryAdd(form, units.Count);
            units.Add(Parse(line.Role, line.Value));
        }
    }

    public bool TryFind(ReadOnlySpan<char> form, out UnitName unit)
    {
        bool found = forms.TryFind(form, out int index);
        unit = found ? units[index] : null!;
        return found;
    }

    /// <summary>The longest form at a character of a text without word boundaries.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, int at, out UnitName unit, out int end)
    {
        bool found = forms.TryLongest(text, at, out int index, out end);
        unit = found ? units[index] : null!;
        return found;
    }

    /// <summary>The longest form whose words begin at a token.</summary>
    public bool TryLongest(in Utterance u, int start, out UnitName unit, out int end)
    {
        unit = null!;
        end = start;
        if (start >= u.Count)
            return false;
        int longest = forms.LongestFrom(u.Text[u[start].Start]);
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
