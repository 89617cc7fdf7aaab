using System.Globalization;

namespace SupportBot.Operation;

/// <summary>A part of a list.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">What to ask for next; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Paging
{
    public const int Most = 100;
    private const int Usual = 50;

    public static int Limit(int? asked) => Math.Clamp(asked ?? Usual, 1, Most);

    /// <summary>Reads a cursor that is a number; absent, it is <paramref name="start"/>.</summary>
    public static bool TryRead(string? cursor, long start, out long number)
    {
        number = start;
        return string.IsNullOrEmpty(cursor) || long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The page, when one more was read than was asked for.</summary>
    public static Page<TItem> Of<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, string> cursor) =>
        new([.. rows.Take(limit).Select(item)], rows.Count > limit ? cursor(rows[limit - 1]) : null);
}
