using System.Security.Cryptography;
using Dapper;
using Npgsql;
using SupportBot.Access;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresSecretStore(PostgresDatabase database) : ISecretStore
{
    public byte[] GetOrCreate(string name, int length)
    {
        using NpgsqlConnection connection = database.Source.OpenConnection();
        connection.Execute("insert into setting (name, value) values (@name, @value) on conflict do nothing", new { name, value = RandomNumberGenerator.GetBytes(length) });
        return connection.QuerySingle<byte[]>("select value from setting where name = @name", new { name });
    }
}
