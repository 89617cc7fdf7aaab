using System.Globalization;

namespace SupportBot.Operation.Rows;

/// <summary>Reads the fields of one row and notes what is wrong with each.</summary>
internal sealed class RowReader(FileRow row)
{
    public const int LongestName = 100;

    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<RowProblem> Problems => problems;

    public string? this[string column] => row[column];

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

    /// <summary>As much of what was written as a report has room for.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
