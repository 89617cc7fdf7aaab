using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresOutboxStoreTests : OutboxStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;
    private PostgresOutboxStore outbox = null!;

    private protected override IConversationStore Conversations => bench.Conversations;

    private protected override IOutboxStore Outbox => outbox;

    private protected override IAuditLog Audit => new PostgresAuditLog(bench.Work, Time);

    public async Task InitializeAsync()
    {
        bench = await PostgresBench.CreateAsync(Time);
        outbox = new PostgresOutboxStore(bench.Work, Time);
    }

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
