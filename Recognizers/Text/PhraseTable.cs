
namespace SupportBot.Recognizers.Text;

/// <summary>The phrases of a vocabulary file by role, found at a character by the longest match.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, Role> roles;

    public PhraseTable(string file)
    {
        roles = WordList.Read(file).GroupBy(line => line.Role).ToDictionary(
            lines => lines.Key,
            lines => new Role(lines.SelectMany(line => line.Words.Select(word => KeyValuePair.Create(word, line.Value)))));
    }

    public Role this[string role] => roles[role];

    /// <summary>The characters the phrases begin with.</summary>
    public IEnumerable<char> Initials => roles.Values.SelectMany(role => role.Initials);

    /// <summary>The phrases of one role with their values.</summary>
    public sealed class Role
    {
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> values;
        private readonly Dictionary<char, int> longest;

        internal Role(IEnumerable<KeyValuePair<string, string>> phrases)
        {
            Dictionary<string, string> all = phrases.ToDictionary(StringComparer.Ordinal);
            values = all.GetAlternateLookup<ReadOnlySpan<char>>();
            longest = all.Keys.GroupBy(phrase => phrase[0]).ToDictionary(group => group.Key, group => group.Max(phrase => phrase.Length));
        }

        public IEnumerable<char> Initials => longest.Keys;

        public bool TryFind(ReadOnlySpan<char> text, int at, out string value, out int end)
        {
            value = "";
            end = at;
            if ((uint)at >= (uint)text.Length || !longest.TryGetValue(text[at], out int length))
                return false;
            for (length = Math.Min(length, text.Length - at); length > 0; length--)
            {
                if (values.TryGetValue(text.Slice(at, length), out string? found))
                {
                    value = found;
                    end = at + length;
                    return true;
                }
            }

            return false;
        }

        public bool TryFind(ReadOnlySpan<char> text, int at, out int end) => TryFind(text, at, out _, out end);
        public bool TryNumber(ReadOnlySpan<char> text, int at, out int number, out int end)
        {
            bool found = TryFind(text, at, out string value, out end);
            number = found ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : 0;
            return found;
        }
    }
}
