using Dapper;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Retention;
using SupportBot.Desk;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteRetentionStoreTests : RetentionStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteRetentionStoreTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), Time);
        Retention = new SqliteRetentionStore(bench.Reads, bench.Commits);
        Log = new SqliteAuditLog(bench.Reads, bench.Commits, Time);
    }

    private protected override IRetentionStore Retention { get; }

    private protected override IConversationStore Conversations => conversations;

    private protected override IAuditLog Log { get; }

    public void Dispose()
    {
        conversations.Dispose();
        bench.Dispose();
    }

    private protected override Task ExecuteAsync(string sql) => bench.Commits.WriteAsync(connection => connection.Execute(sql), default);
}
