namespace SupportBot.Articles.Exchange;

/// <summary>Something that an import could not take.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line; in a table where the row begins. 0 when it concerns none.</param>
/// <param name="Column">The column or field.</param>
/// <param name="Article">Which article, when that is known.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record ImportProblem(string File, int Line, string? Column, string? Article, string Reason);

/// <summary>What came of an import.</summary>
/// <param name="Read">Rows or files looked at.</param>
/// <param name="Added">Articles that were not there.</param>
/// <param name="Changed">Articles with a new text.</param>
/// <param name="Unchanged">Articles that say what is there already.</param>
/// <param name="Problems">What was left out, or should be mended.</param>
internal sealed record ImportReport(int Read, int Added, int Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems);
