using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Sequences;

/// <summary>Finds web addresses: with a scheme, with "www.", or a bare host under a known top-level domain.</summary>
internal static class UrlScanner
{
    private const int LongestHost = 253;

    public static void Scan(ReadOnlySpan<char> text, Findings findings)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = AtUrl(text, i);
            if (end > 0)
                Add(findings, i, end);
            i = end > 0 ? end : HostNames.IsHostCharacter(text[i]) ? SkipHost(text, i) : i + 1;
        }
    }

    private static void Add(Findings findings, int start, int end)
    {
        string url = findings.Shown(start, end);
        findings.Add(url, start, end, "url", SequenceResolution.Value(url));
    }

    /// <summary>The end of the URL that begins here, or 0.</summary>
    private static int AtUrl(ReadOnlySpan<char> text, int start)
    {
        if (!HostNames.IsHostCharacter(text[start]))
            return 0;
        char before = start > 0 ? text[start - 1] : ' ';
        ReadOnlySpan<char> rest = text[start..];
        int scheme = rest.StartsWith("https://") ? 8 : rest.StartsWith("http://") ? 7 : rest.StartsWith("ftp://") ? 6 : 0;
        if (scheme > 0)
            return WithScheme(text, start + scheme);
        if (before is '@' or '/' or '.' or '-' or '_' || HostNames.IsHostCharacter(before))
            return 0;
        int host = HostNames.End(text, start);
        if (host < text.Length && text[host] == '@' || host - start > LongestHost || !HostNames.HasKnownDomain(text[start..host]))
            return 0;
        return Path(text, Port(text, host));
    }

    private static int WithScheme(ReadOnlySpan<char> text, int start)
    {
        int host = HostNames.End(text, start);
        ReadOnlySpan<char> name = text[start..host];
        bool named = name is "localhost" || HostNames.IsIpAddress(name) || HostNames.HasKnownDomain(name);
        return named && host - start <= LongestHost ? Path(text, Port(text, host)) : 0;
    }

    private static int Port(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != ':')
            return at;
        int end = Numbers.DigitNumber.Digits(text, at + 1);
        return end > at + 1 && end - at <= 6 ? end : at;
    }

    private static int Path(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('/' or '?' or '#'))
            return at;
        int end = at;
        while (end < text.Length && IsPathCharacter(text[end]))
            end++;
        while (end > at && text[end - 1] is '.' or ',' or '!' or '?' or ';' or ':' or '\'' or '*')
            end--;
        return ClosesSentence(text[at..end]) ? end - 1 : end;
    }

    /// <summary>A bracket at the end that closes none of the address's own closes the sentence's: "(see shop.com/sizes)".</summary>
    private static bool ClosesSentence(ReadOnlySpan<char> path) => path.EndsWith(')') && path.Count('(') < path.Count(')');

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '?' or '#' or '&' or '=' or '%' or '-' or '_' or '.' or '~'
        or '+' or '!' or ':' or ';' or ',' or '@' or '$' or '*' or '(' or ')' || c > '\u007F' && char.IsLetter(c) && !Normalisation.IsCjk(c);

    private static int SkipHost(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && HostNames.IsHostCharacter(text[at]))
            at++;
        return at;
    }
}
