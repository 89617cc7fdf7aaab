using SupportBot.Conversations;
using SupportBot.Storage.Postgres;
using SupportBot.Storage.Redis;
using SupportBot.Storage.Sqlite;

namespace SupportBot.Storage;

internal static class StorageServices
{
    /// <summary>PostgreSQL where <c>Data:Postgres</c> names one, else a file in the data folder; Redis beside it where <c>Data:Redis</c> names one.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section).ValidateDataAnnotations()
            .Validate(data => PostgresDatabase.IsConnectionString(data.Postgres), "Data:Postgres is no connection string. Write it like Data:Postgres=Host=db.example.com;Database=supportbot;Username=supportbot;Password=….")
            .Validate(data => RedisLink.IsConnectionString(data.Redis), "Data:Redis is no connection string. Write it like Data:Redis=redis.example.com:6379,password=….")
            .ValidateOnStart();
        services.AddSingleton<StoreMetrics>();
        services.AddRedis(configuration);
        services.AddSingleton<DeskSignals>();
        return string.IsNullOrWhiteSpace(configuration[DataOptions.PostgresKey]) ? services.AddSqlite() : services.AddPostgres();
    }
}
