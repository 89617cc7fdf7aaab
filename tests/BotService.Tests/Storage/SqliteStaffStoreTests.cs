using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteStaffStoreTests : StaffStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();

    public SqliteStaffStoreTests()
    {
        Members = new SqliteStaffStore(bench.Reads, bench.Commits, Time);
        Sessions = new SqliteStaffSessionStore(bench.Reads, bench.Commits, Time);
        Audit = new SqliteAuditLog(bench.Reads, bench.Commits, Time);
    }

    private protected override IStaffStore Members { get; }

    private protected override IStaffSessionStore Sessions { get; }

    private protected override IAuditLog Audit { get; }

    [Theory]
    [InlineData("update audit set detail = '{}' where id = 3", 3)]
    [InlineData("update audit set actor_id = 'somebody' where id = 4", 4)]
    [InlineData("update audit set at = at + 1 where id = 1", 1)]
    [InlineData("delete from audit where id = 2", 2)]
    [InlineData("delete from audit where id = 5", 5)]
    [InlineData("delete from audit where id >= 4", 4)]
    [InlineData("update audit set id = 6 where id = 5", 5)]
    public async Task A_row_altered_or_removed_shows(string sql, long brokenAt)
    {
        for (int row = 0; row < 5; row++)
        {
            await Audit.WriteAsync(Entry("a.b"), default);
        }

        using SqliteConnection connection = bench.Database.Open();
        connection.Execute(sql);
        Assert.Equal(new AuditCheck(brokenAt - 1, brokenAt), await Audit.CheckAsync(default));
    }

    public void Dispose() => bench.Dispose();
}
