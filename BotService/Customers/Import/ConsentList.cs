using System.Globalization;
using SupportBot.Operation.Rows;
using SupportBot.Outreach;

namespace SupportBot.Customers.Import;

/// <summary>
/// Reads words on consent written as <c>email.offers yes 2026-03-01T10:00:00Z checkout form; sms.offers no 2026-03-02 shop</c>. Each needs its
/// time and its source: it must be possible to show when and where it was given.
/// </summary>
internal static class ConsentList
{
    private const int LongestSource = 64;

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"];

    private static readonly Dictionary<string, (Reach Channel, Purpose Purpose)> Kinds = Enum.GetValues<Reach>()
        .SelectMany(channel => Purposes.All.Select(purpose => (channel, purpose)))
        .ToDictionary(kind => $"{kind.channel.Name()}.{kind.purpose.Name()}", StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Consent> Read(RowReader reader, DateTimeOffset now)
    {
        List<Consent> consents = [];
        foreach (string word in (reader[CustomerColumns.Consents] ?? "").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Parse(word, now, out string reason) is { } consent)
            {
                consents.Add(consent);
            }
            else
            {
                reader.Wrong(CustomerColumns.Consents, $"'{RowReader.Shown(word)}': {reason}");
            }
        }

        return consents;
    }

    private static Consent? Parse(string word, DateTimeOffset now, out string reason)
    {
        string[] parts = word.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        DateTimeOffset at = default;
        reason =
            parts.Length < 4 || parts[3].Length > LongestSource ? $"Write channel.purpose, yes or no, the time and the source ({LongestSource} characters at most), such as email.offers yes 2026-03-01T10:00:00Z checkout form."
            : !Kinds.ContainsKey(parts[0]) ? $"Known are {string.Join(", ", Kinds.Keys)}."
            : parts[1] is not ("yes" or "no") ? "Write yes or no behind it."
            : !DateTimeOffset.TryParseExact(parts[2], Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at) ? "Write the time as 2026-03-01 or 2026-03-01T10:00:00Z."
            : at > now ? "The time is in the future."
            : "";
        return reason.Length > 0 ? null : new Consent(Kinds[parts[0]].Channel.Name(), Kinds[parts[0]].Purpose.Name(), parts[1] == "yes", parts[3], at);
    }
}
