using SupportBot.Access;
using SupportBot.Shop;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteShopStoresTests : ShopStoresContract, IDisposable
{
    private readonly SqliteBench bench = new();

    public SqliteShopStoresTests()
    {
        Products = new SqliteProductStore(bench.Reads, bench.Commits);
        Orders = new SqliteOrderStore(bench.Reads, bench.Commits, Time);
        Notices = new SqliteRestockNotices(bench.Reads, bench.Commits, Time);
        Proofs = new SqliteOrderProofs(bench.Reads, bench.Commits, Time);
        Shoppers = new SqliteShopperIdentityStore(bench.Reads, bench.Commits, Time);
    }

    private protected override IProductStore Products { get; }

    private protected override IOrderStore Orders { get; }

    private protected override IRestockNotices Notices { get; }

    private protected override IOrderProofs Proofs { get; }

    private protected override IShopperIdentityStore Shoppers { get; }

    public void Dispose() => bench.Dispose();
}
