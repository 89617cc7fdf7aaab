using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.BotService.Tests.Articles;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly ArticleFolder folder;

    public SqliteArticleStoreTests() => folder = new ArticleFolder(Time);

    private protected override IArticleStore Articles => folder.Get<IArticleStore>();

    private protected override IAuditLog Audit => folder.Get<IAuditLog>();

    public void Dispose() => folder.Dispose();
}
