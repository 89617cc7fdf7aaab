using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteSecretStore(SqliteDatabase database) : ISecretStore
{
    public byte[] GetOrCreate(string name, int length)
    {
        using SqliteConnection connection = database.Open();
        connection.Execute("insert into setting (name, value) values (@name, @value) on conflict do nothing", new { name, value = RandomNumberGenerator.GetBytes(length) });
        return connection.QuerySingle<byte[]>("select value from setting where name = @name", new { name });
    }
}
