namespace SupportBot.Operation.Rows;

/// <summary>One row of a file that is taken in: the fields as written, and where it stands.</summary>
/// <param name="Line">From 1, the header included; in JSON, the number of the object.</param>
internal sealed record FileRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The field without outer spaces; null when it is empty or absent.</summary>
    public string? this[string column] => Fields.TryGetValue(column, out string? text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}

/// <summary>Why a row or file was not taken.</summary>
/// <param name="Line">0 for the whole file.</param>
/// <param name="Column">The column to mend; null for the whole row.</param>
internal sealed record RowProblem(int Line, string? Column, string Reason);
