namespace SupportBot.Articles.Exchange;

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula (OWASP, CSV injection): a cell that begins with one of = + - @ or a control
/// character gets an apostrophe before it, which reading takes off again. Cells that begin so with apostrophes get one more.
/// </summary>
internal static class FormulaGuard
{
    public static string Guard(string cell) => IsDangerous(cell) ? "'" + cell : cell;

    public static string Unguard(string cell) => cell.StartsWith('\'') && IsDangerous(cell) ? cell[1..] : cell;

    private static bool IsDangerous(string cell) => cell.AsSpan().TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
