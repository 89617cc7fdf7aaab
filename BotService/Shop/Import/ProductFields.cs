using System.Globalization;
using SupportBot.Operation.Rows;

namespace SupportBot.Shop.Import;

/// <summary>The kinds of fields that only products have.</summary>
internal static class ProductFields
{
    private const decimal HighestPrice = 1_000_000;
    private const int HighestStock = 10_000_000;

    public static decimal? Price(this RowReader reader, string column, bool needed)
    {
        if (reader[column] is not { } text)
        {
            if (needed)
            {
                reader.Wrong(column, "The price is missing.");
            }

            return null;
        }

        bool read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price);
        if (!read || price > HighestPrice || decimal.Round(price, 2) != price)
        {
            reader.Wrong(column, $"'{RowReader.Shown(text)}' is no price. Write it without currency and with a point, such as 79.50.");
            return null;
        }

        return price;
    }

    public static int Count(this RowReader reader, string column)
    {
        if (reader[column] is not { } text)
        {
            reader.Wrong(column, "The stock is missing. Write 0 when there is none.");
            return 0;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > HighestStock)
        {
            reader.Wrong(column, $"'{RowReader.Shown(text)}' is no number of pieces. Write a whole number from 0.");
        }

        return count;
    }

    public static string? Category(this RowReader reader, string column)
    {
        string? text = reader[column]?.ToLowerInvariant();
        if (text is not null && !(text.Length <= RowReader.LongestName && text.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '_') && text.Split('/').All(part => part.Length > 0)))
        {
            reader.Wrong(column, $"'{RowReader.Shown(text)}' is no category. Write a path without spaces, such as shoes/running.");
        }

        return text;
    }

    public static string? Key(this RowReader reader, string column) => reader[column]?.ToLowerInvariant();

    public static string? Currency(this RowReader reader, string column)
    {
        string? text = reader[column]?.ToUpperInvariant();
        if (text is not null && !(text.Length == 3 && text.All(char.IsAsciiLetterUpper)))
        {
            reader.Wrong(column, $"'{RowReader.Shown(text)}' is no currency. Write its three letters, such as GBP.");
        }

        return text;
    }

    public static string? Address(this RowReader reader, string column)
    {
        string? text = reader[column];
        bool good = text is null || text.StartsWith('/') || Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!good)
        {
            reader.Wrong(column, $"'{RowReader.Shown(text ?? "")}' is no address. Write https://… or a path that begins with /.");
        }

        return good ? text : null;
    }
}
