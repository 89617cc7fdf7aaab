using SupportBot.Access.Audit;
using SupportBot.BotService.Tests.Storage;
using SupportBot.Commands;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Commands;

/// <summary>What an operator does from the machine itself.</summary>
public sealed class OperatorCommandTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("supportbot-commands").FullName;
    private string customer = "";

    public async Task InitializeAsync()
    {
        await using RunningService service = await RunningService.StartAsync(data);
        customer = await service.Get<ICustomerStore>().AdmitAsync(new Newcomer("Anna Smith", "en", [], null), AuditEntry.ByConsole("customer.admit", ""), default);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(data, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_customer_is_erased_only_when_it_is_really_meant()
    {
        Assert.Equal(1, await RunAsync("customers", "erase", "nobody", "--yes"));
        Assert.Equal(2, await RunAsync("customers", "erase", customer));
        Assert.Equal("Anna Smith", (await FindAsync())!.Name);
        Assert.Equal(0, await RunAsync("customers", "erase", customer, "--yes"));
        Customer erased = (await FindAsync())!;
        Assert.Equal((null, true), (erased.Name, erased.ErasedAt is not null));
        Assert.Contains(customer, await File.ReadAllTextAsync(Path.Combine(data, "erasures.jsonl")), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("customers", "erase", customer, "--yes"));
    }

    [Fact]
    public async Task An_altered_audit_row_is_told_by_the_exit_code()
    {
        Assert.Equal(0, await RunAsync("audit", "check"));
        await SqliteTampering.AlterAuditAsync(data);
        Assert.Equal(1, await RunAsync("audit", "check"));
    }

    private async Task<Customer?> FindAsync()
    {
        await using RunningService service = await RunningService.StartAsync(data);
        return await service.Get<ICustomerStore>().FindAsync(customer, default);
    }

    private Task<int> RunAsync(params string[] command) => CommandTree.RunAsync([.. command, "--Data:Directory", data]);
}
