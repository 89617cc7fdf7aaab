using System.Text;

namespace SupportBot.Dialogs;

/// <summary>A shopper's own words within the bot's Markdown.</summary>
public static class Plain
{
    /// <summary>The words as one line in which nothing is taken for Markdown.</summary>
    public static string Line(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsControl(c))
            {
                line.Append(line.Length == 0 || line[^1] == ' ' ? "" : " ");
                continue;
            }

            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
            {
                line.Append('\\');
            }

            line.Append(c);
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most so many UTF-16 characters, no pair cut through.</summary>
    public static string Cut(string text, int most)
    {
        string trimmed = text.Trim();
        return trimmed.Length <= most ? trimmed : trimmed[..(char.IsHighSurrogate(trimmed[most - 1]) ? most - 1 : most)];
    }
}
