using Dapper;
using Npgsql;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresStaffStoreTests : StaffStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IStaffStore Members => new PostgresStaffStore(bench.Work, Time);

    private protected override IStaffSessionStore Sessions => new PostgresStaffSessionStore(bench.Work, Time);

    private protected override IAuditLog Audit => new PostgresAuditLog(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Theory]
    [InlineData("update audit set detail = '{}' where id = 3", 3)]
    [InlineData("delete from audit where id = 2", 2)]
    [InlineData("delete from audit where id >= 4", 4)]
    public async Task A_row_altered_or_removed_shows(string sql, long brokenAt)
    {
        for (int row = 0; row < 5; row++)
        {
            await Audit.WriteAsync(Entry("a.b"), default);
        }

        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
        Assert.Equal(new AuditCheck(brokenAt - 1, brokenAt), await Audit.CheckAsync(default));
    }

    [Fact]
    public async Task Rows_written_at_once_make_one_straight_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Audit.WriteAsync(Entry("a.b"), default)));
        Assert.Equal(new AuditCheck(40, null), await Audit.CheckAsync(default));
    }
}
