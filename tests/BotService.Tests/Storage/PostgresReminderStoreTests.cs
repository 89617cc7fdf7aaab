using SupportBot.Outreach.Reminders;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresReminderStoreTests : ReminderStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IReminderStore Reminders => new PostgresReminderStore(bench.Work, Time);

    private protected override IReminderStore With(TimeProvider time) => new PostgresReminderStore(bench.Work, time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
