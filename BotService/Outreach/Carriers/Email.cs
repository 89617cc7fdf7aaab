using System.Globalization;
using System.Text;

namespace SupportBot.Outreach.Carriers;

/// <summary>An e-mail in plain text, as RFC 5322 and its companions have it.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="FromName">As the reader's program shows it.</param>
/// <param name="To">The reader's address.</param>
/// <param name="Subject">On one line.</param>
/// <param name="Text">What is said.</param>
/// <param name="MessageId">Unique, without brackets: the same for every attempt, so that a server may know a repeat.</param>
/// <param name="Unsubscribe">Where a POST ends it (RFC 8058).</param>
internal sealed record Email(string From, string FromName, string To, string Subject, string Text, string MessageId, Uri? Unsubscribe, DateTimeOffset At)
{
    private const int EncodedWord = 45;
    private const int LineLength = 76;

    /// <summary>The message as it goes through DATA, with lines of CRLF and no line that begins with a dot.</summary>
    public string Write()
    {
        StringBuilder mail = new();
        Header(mail, "From", $"{Encoded(FromName)} <{Line(From)}>");
        Header(mail, "To", $"<{Line(To)}>");
        Header(mail, "Subject", Encoded(Subject));
        Header(mail, "Date", At.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + At.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Header(mail, "Message-ID", $"<{Line(MessageId)}>");
        if (Unsubscribe is not null)
        {
            Header(mail, "List-Unsubscribe", $"<{Unsubscribe.AbsoluteUri}>");
            Header(mail, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header(mail, "Auto-Submitted", "auto-generated");
        Header(mail, "MIME-Version", "1.0");
        Header(mail, "Content-Type", "text/plain; charset=utf-8");
        Header(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n");

        // Base64 holds no dot, so that nothing in the text can end the message early.
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n")));
        for (int at = 0; at < body.Length; at += LineLength)
        {
            mail.Append(body.AsSpan(at, Math.Min(LineLength, body.Length - at))).Append("\r\n");
        }

        return mail.ToString();
    }

    private static void Header(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>Nothing that comes from outside can begin a header of its own.</summary>
    private static string Line(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    // RFC 2047, in words short enough for any line; a pair of surrogates is never cut.
    private static string Encoded(string text)
    {
        string line = Line(text);
        if (line.All(c => c is >= ' ' and <= '~' and not ('"' or '\\' or '<' or '>' or '(' or ')' or ',' or ':' or ';' or '@' or '=' or '?')) && line.Length <= LineLength)
        {
            return line;
        }

        List<string> words = [];
        StringBuilder word = new();
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > EncodedWord)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune);
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}
