using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Finds e-mail addresses: a dotted local part and a host whose last label has two letters or more.</summary>
internal static class EmailScanner
{
    private const int LongestLocalPart = 64;

    public static void Scan(ReadOnlySpan<char> text, Findings findings)
    {
        int covered = 0;
        for (int at = text.IndexOf('@'); at >= 0; at = Next(text, at + 1))
        {
            int start = at;
            while (start > covered && at - start <= LongestLocalPart && IsLocal(text[start - 1]))
                start--;
            int end = HostNames.End(text, at + 1);
            if (start == at || at - start > LongestLocalPart || text[start] == '.' || text[start..at].Contains("..", StringComparison.Ordinal) || !IsHost(text[(at + 1)..end]))
                continue;
            string address = findings.Shown(start, end);
            findings.Add(address, start, end, "email", SequenceResolution.Value(address));
            covered = end;
            at = end - 1;
        }
    }

    private static int Next(ReadOnlySpan<char> text, int from)
    {
        int found = from < text.Length ? text[from..].IndexOf('@') : -1;
        return found < 0 ? -1 : from + found;
    }

    private static bool IsLocal(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '\'' or '%' or '&' or '!' or '#' or '~' or '=' or '^';

    private static bool IsHost(ReadOnlySpan<char> host)
    {
        int dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Length - dot < 3)
            return false;
        foreach (char c in host[(dot + 1)..])
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return true;
    }
}
