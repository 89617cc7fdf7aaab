using Npgsql;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>What a failure of the server means for whoever asked.</summary>
internal static class PostgresFailure
{
    // The session stood still within a transaction for too long, and was ended: see PostgresDatabase.
    private const string StoodStill = "25P03";

    /// <summary>Whether nothing was written and the same may simply be done again.</summary>
    public static bool IsRolledBack(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether it failed for what the server is now, and not for what was asked: it restarts, cannot be reached, is full or read-only, or has waited too long for us or for a lock.</summary>
    public static bool IsUnavailable(Exception error) => error switch
    {
        PostgresException server => IsRolledBack(server)
            || server.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable or StoodStill
            || server.SqlState[..2] is "08" or "53" or "57" or "58",
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>The failure as the rest of the service knows it.</summary>
    public static Exception Of(Exception error) => error switch
    {
        _ when IsUnavailable(error) => new StoreUnavailableException("The database cannot be used now.", error),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => new BadHttpRequestException("A text holds the character U+0000, which cannot be stored. Leave it out.", error),
        _ => error,
    };
}
