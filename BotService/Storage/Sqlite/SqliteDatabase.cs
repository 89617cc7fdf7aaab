using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SupportBot.Storage.Sqlite;

/// <summary>The database file, opened so that a commit is on the disk when it returns.</summary>
internal sealed class SqliteDatabase
{
    private readonly string connectionString;

    public SqliteDatabase(IOptions<DataOptions> options)
    {
        string folder = options.Value.FullPath;
        FilePath = Path.Combine(folder, "supportbot.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false, DefaultTimeout = 10 }.ToString();
        try
        {
            Directory.CreateDirectory(folder);
            using SqliteConnection connection = Open();
            SqliteSchema.Apply(connection);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The database {FilePath} cannot be used: {error.Message} Check that Data:Directory is a folder the service may write to, and that the disk is not full.", error);
        }
    }

    public string FilePath { get; }

    public SqliteConnection Open()
    {
        SqliteConnection connection = new(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        // FULL makes WAL sync at every commit: what is acknowledged survives a power cut. A log of 32 MB lets pages that are
        // written again and again be copied into the database once.
        command.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=10000; pragma wal_autocheckpoint=8000; pragma cache_size=-4000; pragma temp_store=memory;";
        command.ExecuteNonQuery();
        return connection;
    }
}
