using System.Globalization;

namespace SupportBot.Dialogs;

/// <summary>Sums of money in words.</summary>
internal static class Money
{
    public static string Show(decimal amount, string currency)
    {
        string symbol = currency switch
        {
            "GBP" => "£",
            "EUR" => "€",
            "USD" => "$",
            "CNY" or "JPY" => "¥",
            _ => $"{currency} ",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "−" : "")}{symbol}{Math.Abs(amount):#,##0.00}");
    }
}
