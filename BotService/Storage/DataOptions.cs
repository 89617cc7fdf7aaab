using System.ComponentModel.DataAnnotations;

namespace SupportBot.Storage;

internal sealed class DataOptions
{
    public const string Section = "Data";
    public const string PostgresKey = $"{Section}:{nameof(Postgres)}";

    /// <summary>Where the database and the store's articles lie; relative to the current folder.</summary>
    [Required(ErrorMessage = "Data:Directory is empty. Set it to a folder the service may write to, e.g. Data:Directory=data.")]
    public string Directory { get; set; } = "data";

    /// <summary>The connection string of a PostgreSQL database, which many nodes can share; empty for SQLite in the folder.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Writes waiting for their commit at most; beyond it a sender is told to try again (503).</summary>
    [Range(100, 1_000_000, ErrorMessage = "Data:MaxQueuedWrites must lie between 100 and 1,000,000.")]
    public int MaxQueuedWrites { get; set; } = 20_000;

    public string FullPath => Path.GetFullPath(Directory);
}
