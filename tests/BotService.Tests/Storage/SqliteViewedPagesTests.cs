using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteViewedPagesTests : ViewedPagesContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteViewedPagesTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), Time);
        Pages = new SqliteViewedPages(bench.Reads, bench.Commits, Time);
    }

    private protected override IViewedPages Pages { get; }

    private protected override IConversationStore Conversations => conversations;

    public void Dispose()
    {
        conversations.Dispose();
        bench.Dispose();
    }
}
