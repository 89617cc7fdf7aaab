using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresArticleStoreTests : ArticleStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IArticleStore Articles => new PostgresArticleStore(bench.Work, Time);

    private protected override IAuditLog Audit => new PostgresAuditLog(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
