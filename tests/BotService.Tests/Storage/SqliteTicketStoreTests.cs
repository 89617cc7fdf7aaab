using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteTicketStoreTests : TicketStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly DeskSignals desk = new(new OneNode(), TimeProvider.System);

    public SqliteTicketStoreTests()
    {
        Tickets = new SqliteTicketStore(bench.Reads, bench.Commits, desk, Options.Create(new JsonOptions()), Time);
        News = new SqliteTicketNewsStore(bench.Commits, Time);
    }

    private protected override ITicketStore Tickets { get; }

    private protected override ITicketNewsStore News { get; }

    public void Dispose() => bench.Dispose();
}
