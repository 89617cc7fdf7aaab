using SupportBot.BotService.Tests.Customers;
using SupportBot.Customers;
using SupportBot.Storage.Outreach;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresCustomerImportTests : CustomerImportContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IOutreachDatabase Database => new PostgresOutreachDatabase(bench.Work, Time);

    private protected override ICustomerStore Customers => new PostgresCustomerStore(bench.Work, Phones.British, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public async Task DisposeAsync() => await bench.DisposeAsync();

    protected override void Close()
    {
    }
}
