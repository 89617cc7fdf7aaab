using System.Globalization;

namespace SupportBot.Shop.Import;

/// <summary>Reads the fields of one row and notes what is wrong with each.</summary>
internal sealed class RowReader(ProductRow row)
{
    private const int LongestName = 100;
    private const decimal HighestPrice = 1_000_000;
    private const int HighestStock = 10_000_000;

    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<RowProblem> Problems => problems;

    public void Wrong(string column, string reason) => problems.Add(new RowProblem(row.Line, column, reason));

    public string Needed(string column)
    {
        string? text = row[column];
        if (text is null || text.Length > LongestName)
        {
            Wrong(column, text is null ? "This field must not be empty." : $"This field may have {LongestName} characters at most.");
        }

        return text ?? "";
    }

    public decimal? Price(string column, bool needed)
    {
        if (row[column] is not { } text)
        {
            if (needed)
            {
                Wrong(column, "The price is missing.");
            }

            return null;
        }

        bool read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price);
        if (!read || price > HighestPrice || decimal.Round(price, 2) != price)
        {
            Wrong(column, $"'{Shown(text)}' is no price. Write it without currency and with a point, such as 79.50.");
            return null;
        }

        return price;
    }

    public int Count(string column)
    {
        if (row[column] is not { } text)
        {
            Wrong(column, "The stock is missing. Write 0 when there is none.");
            return 0;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > HighestStock)
        {
            Wrong(column, $"'{Shown(text)}' is no number of pieces. Write a whole number from 0.");
        }

        return count;
    }

    public DateOnly? Day(string column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            Wrong(column, $"'{Shown(text)}' is no day. Write it as 2026-03-31.");
            return null;
        }

        return day;
    }

    public string? Category(string column)
    {
        string? text = row[column]?.ToLowerInvariant();
        if (text is not null && !(text.Length <= LongestName && text.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '_') && text.Split('/').All(part => part.Length > 0)))
        {
            Wrong(column, $"'{Shown(text)}' is no category. Write a path without spaces, such as shoes/running.");
        }

        return text;
    }

    public string? Key(string column) => row[column]?.ToLowerInvariant();

    public string? Currency(string column)
    {
        string? text = row[column]?.ToUpperInvariant();
        if (text is not null && !(text.Length == 3 && text.All(char.IsAsciiLetterUpper)))
        {
            Wrong(column, $"'{Shown(text)}' is no currency. Write its three letters, such as GBP.");
        }

        return text;
    }

    public string? Address(string column)
    {
        string? text = row[column];
        bool good = text is null || text.StartsWith('/') || Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!good)
        {
            Wrong(column, $"'{Shown(text ?? "")}' is no address. Write https://… or a path that begins with /.");
        }

        return good ? text : null;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
