using System.Text.Json.Serialization;

namespace SupportBot.Operation.Installation;

/// <summary>The first line of an archive.</summary>
internal sealed record ArchiveHead(string Archive, int Version, DateTimeOffset At)
{
    public const string Name = "supportbot installation";
    public const int Newest = 1;
}

/// <summary>The line before a table's rows.</summary>
internal sealed record TableHead(string Table, IReadOnlyList<string> Columns);

/// <summary>The line behind them: how many there were, and their digest.</summary>
internal sealed record TableEnd(long Rows, string Digest);

/// <summary>The last line: an archive without it was cut off.</summary>
internal sealed record ArchiveEnd(int Tables);

/// <param name="Archive">The file.</param>
/// <param name="Tables">What it holds.</param>
internal sealed record ArchiveReport(string Archive, IReadOnlyList<TableReport> Tables)
{
    /// <summary>With an import, what a copy holds back for good.</summary>
    public HeldWork? Held { get; init; }
}

internal sealed record TableReport(string Table, long Rows, string Digest);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArchiveHead))]
[JsonSerializable(typeof(TableHead))]
[JsonSerializable(typeof(TableEnd))]
[JsonSerializable(typeof(ArchiveEnd))]
[JsonSerializable(typeof(ArchiveReport))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
