namespace SupportBot.Customers;

/// <summary>How e-mail addresses and phone numbers are written, compared and covered.</summary>
internal static class ContactPoints
{
    private const int FewestPhoneDigits = 5;
    private const int MostPhoneDigits = 20;
    private const int LongestEmail = 254;

    /// <summary>One way of writing for each contact point, so that equal ones are found; null when it is none.</summary>
    public static string? Normal(ContactKind kind, string? given)
    {
        string text = given?.Trim() ?? "";
        return kind switch
        {
            ContactKind.Email => text.Length <= LongestEmail && text.IndexOf('@') is > 0 and int at && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? text.ToLowerInvariant() : null,
            ContactKind.Phone => string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= FewestPhoneDigits and <= MostPhoneDigits } digits ? (text.StartsWith('+') ? "+" + digits : digits) : null,
        };
    }

    /// <summary>What may be shown of it to whoever must not read it: enough to compare with what a shopper says.</summary>
    public static string Masked(Contact contact)
    {
        string value = contact.Value;
        switch (contact.Kind)
        {
            case ContactKind.Email:
                int at = value.IndexOf('@');
                int dot = value.LastIndexOf('.');
                return dot > at ? $"{value[..1]}***@{value[at + 1]}***{value[dot..]}" : $"{value[..1]}***@***";
            case ContactKind.Phone:
            default:
                return value.Length >= 9 ? $"{value[..3]}****{value[^4..]}" : $"****{value[^2..]}";
        }
    }
}
