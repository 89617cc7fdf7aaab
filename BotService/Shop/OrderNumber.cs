namespace SupportBot.Shop;

/// <summary>An order number as the shop keeps it: capitals, no spaces; full-width letters and digits made ordinary.</summary>
internal static class OrderNumber
{
    public const int Longest = 40;

    public static string Normal(string number)
    {
        string plain = number.Normalize(System.Text.NormalizationForm.FormKC);
        return string.Concat(plain.Where(c => !char.IsWhiteSpace(c) && c != '#')).ToUpperInvariant();
    }
}
