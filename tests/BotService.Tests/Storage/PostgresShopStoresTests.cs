using SupportBot.Access;
using SupportBot.Shop;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresShopStoresTests : ShopStoresContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IProductStore Products => new PostgresProductStore(bench.Work);

    private protected override IOrderStore Orders => new PostgresOrderStore(bench.Work, Time);

    private protected override IRestockNotices Notices => new PostgresRestockNotices(bench.Work, Time);

    private protected override IOrderProofs Proofs => new PostgresOrderProofs(bench.Work, Time);

    private protected override IShopperIdentityStore Shoppers => new PostgresShopperIdentityStore(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
