using Microsoft.Extensions.Options;

namespace SupportBot.Customers;

/// <summary>Compares phone numbers: one comes with its country (<c>+447700900104</c>), another as it is dialled at home (<c>07700 900104</c>).</summary>
internal sealed class PhoneNumbers(IOptions<CustomerOptions> options)
{
    // What is dialled before a number within its country, and before one of another country, nearly everywhere.
    private const string Trunk = "0";
    private const string International = "00";

    /// <summary>The ways in which the same number may be kept, each as <see cref="ContactPoints.Normal"/> writes it; none when it is no number.</summary>
    public string[] FormsOf(string? given)
    {
        if (ContactPoints.Normal(ContactKind.Phone, given) is not { } number)
        {
            return [];
        }

        bool whole = number.StartsWith('+') || number.StartsWith(International, StringComparison.Ordinal);
        string digits = number.StartsWith(International, StringComparison.Ordinal) ? number[International.Length..] : number.TrimStart('+');
        List<string> forms = [$"+{digits}", digits, International + digits];
        if (options.Value.CallingCode is not { Length: > 0 } country)
        {
            return [.. forms];
        }

        if (!whole)
        {
            string local = digits.StartsWith(Trunk, StringComparison.Ordinal) ? digits[Trunk.Length..] : digits;
            forms.AddRange([$"+{country}{local}", country + local, International + country + local, local, Trunk + local]);
        }

        if (digits.StartsWith(country, StringComparison.Ordinal))
        {
            forms.AddRange([digits[country.Length..], Trunk + digits[country.Length..]]);
        }

        return [.. forms.Distinct(StringComparer.Ordinal)];
    }
}
