namespace SupportBot.Operation.Installation;

/// <summary>A table as archives have it, the same for every database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order of their names.</param>
internal sealed record ArchiveTable(string Name, IReadOnlyList<string> Columns);
