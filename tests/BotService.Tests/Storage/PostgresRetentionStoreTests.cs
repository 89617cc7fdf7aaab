using Dapper;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Retention;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresRetentionStoreTests : RetentionStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IRetentionStore Retention => new PostgresRetentionStore(bench.Work);

    private protected override IConversationStore Conversations => bench.Conversations;

    private protected override IAuditLog Log => new PostgresAuditLog(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    private protected override async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
