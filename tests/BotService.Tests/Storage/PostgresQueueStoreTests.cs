using System.Text.Json;
using Dapper;
using Npgsql;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Stream;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresQueueStoreTests : QueueStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IConversationStore Conversations => bench.Conversations;

    private protected override IQueueStore Queue => new PostgresQueueStore(bench.Work, bench.Desk, Microsoft.Extensions.Options.Options.Create(Options), Time);

    private protected override IAgentStore Agents => new PostgresAgentStore(bench.Work, Microsoft.Extensions.Options.Options.Create(Options), Time);

    private protected override IDeskStore Desk => new PostgresDeskStore(bench.Work, Time);

    private protected override IDeskJournal Journal => new PostgresDeskJournal(bench.Work, Time);

    private protected override ManualTime Time { get; } = new();

    private protected override DeskOptions Options { get; } = new();

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    private protected override async Task HireAsync(string id, StaffWork work)
    {
        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into staff (id, email, name, roles, active, password, must_change, locale, theme, preferences, work, created_at, version)
            values (@id, @id, @id, 'Agent', 1, '', 0, 'en', 'auto', '{}', @work, 0, 1) on conflict do nothing
            """,
            new { id, work = JsonSerializer.Serialize(work, StaffJson.Default.StaffWork) });
    }
}
