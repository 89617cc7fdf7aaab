using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresTicketStoreTests : TicketStoreContract, IAsyncLifetime
{
    private readonly DeskSignals desk = new(new OneNode(), TimeProvider.System);
    private PostgresBench bench = null!;

    private protected override ITicketStore Tickets => new PostgresTicketStore(bench.Work, desk, Options.Create(new JsonOptions()), Time);

    private protected override ITicketNewsStore News => new PostgresTicketNewsStore(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
