using System.Globalization;

namespace SupportBot.Recognizers.Text;

/// <summary>The phrases of a vocabulary file by role, found at a character by the longest match.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, Role> roles = [];

    public PhraseTable(string file)
    {
        foreach (WordLine line in WordList.Read(file))
        {
            if (!roles.TryGetValue(line.Role, out Role? role))
                roles[line.Role] = role = new Role();
            role.Add(line);
        }
    }

    public Role this[string role] => roles[role];

    /// <summary>The phrases of one role with their values.</summary>
    public sealed class Role
    {
        private readonly WordTable phrases = new();
        private readonly List<string> values = [];
        private readonly List<string> all = [];

        public IReadOnlyList<string> Phrases => all;

        internal void Add(WordLine line)
        {
            foreach (string phrase in line.Words)
            {
                if (phrases.TryAdd(phrase, values.Count))
                    all.Add(phrase);
            }

            values.Add(line.Value);
        }

        public bool TryFind(ReadOnlySpan<char> text, int at, out string value, out int end)
        {
            bool found = phrases.TryLongest(text, at, out int index, out end);
            value = found ? values[index] : "";
            return found;
        }

        public bool TryFind(ReadOnlySpan<char> text, int at, out int end) => phrases.TryLongest(text, at, out _, out end);

        public bool TryNumber(ReadOnlySpan<char> text, int at, out int number, out int end)
        {
            bool found = phrases.TryLongest(text, at, out int index, out end);
            number = found ? int.Parse(values[index], CultureInfo.InvariantCulture) : 0;
            return found;
        }
    }
}
