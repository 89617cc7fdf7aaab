using Dapper;
using Microsoft.Data.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>Does to a database what only somebody with the disk at hand can do.</summary>
internal static class SqliteTampering
{
    public static async Task AlterAuditAsync(string directory)
    {
        using SqliteConnection connection = new($"Data Source={Directory.GetFiles(directory, "*.db").Single()};Pooling=false");
        await connection.ExecuteAsync("update audit set actor_name = 'somebody else' where id = 1");
    }
}
