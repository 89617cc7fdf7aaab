using System.ComponentModel.DataAnnotations;

namespace SupportBot.Storage;

internal sealed class DataOptions
{
    public const string Section = "Data";
    public const string RedisKey = $"{Section}:{nameof(Redis)}";
    public const string PostgresKey = $"{Section}:{nameof(Postgres)}";

    /// <summary>Where the database and the store's articles lie; relative to the current folder.</summary>
    [Required(ErrorMessage = "Data:Directory is empty. Set it to a folder the service may write to, e.g. Data:Directory=data.")]
    public string Directory { get; set; } = "data";

    /// <summary>The connection string of a PostgreSQL database, which many nodes can share; empty for SQLite in the folder.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>How long a node that starts waits for a PostgreSQL that does not answer yet.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Data:PostgresWait must lie between 00:00:00 and 1.00:00:00.")]
    public TimeSpan PostgresWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Writes waiting for their commit at most; beyond it a sender is told to try again (503).</summary>
    [Range(100, 1_000_000, ErrorMessage = "Data:MaxQueuedWrites must lie between 100 and 1,000,000.")]
    public int MaxQueuedWrites { get; set; } = 20_000;

    /// <summary>Where Redis is, e.g. <c>127.0.0.1:6379</c>, for installations of several nodes. Everything in it can be lost without harm.</summary>
    public string Redis { get; set; } = "";

    /// <summary>Whoever asks Redis goes on without it after this time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10", ErrorMessage = "Data:RedisTimeout must lie between 00:00:00.020 and 00:00:10.")]
    public TimeSpan RedisTimeout { get; set; } = TimeSpan.FromMilliseconds(250);

    public string FullPath => Path.GetFullPath(Directory);
}
