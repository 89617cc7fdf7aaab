using Microsoft.Extensions.DependencyInjection;
using SupportBot.Access.Audit;
using SupportBot.BotService.Tests.Storage;
using SupportBot.Commands;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Operation.Installation;

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
    public async Task The_bot_answers_in_the_terminal_wherever_the_settings_stand()
    {
        Assert.Equal(0, await RunAsync("send", "how long does delivery take"));
        Assert.Equal(0, await CommandTree.RunAsync(["send", "--Data:Directory", data, "--locale", "zh", "送货要多久"]));
        Assert.Equal(0, await CommandTree.RunAsync(["restore", "--Data:Directory", data]));
        Assert.NotEqual(0, await RunAsync("send", "how", "long"));
        Assert.NotEqual(0, await RunAsync("sned", "hello"));
    }

    [Theory]
    [InlineData("outreach", "next", "--days", "30")]
    [InlineData("recognize", "12 dollars")]
    public async Task A_command_that_takes_no_settings_refuses_them(params string[] command)
    {
        Assert.Equal(0, await CommandTree.RunAsync(command));
        Assert.NotEqual(0, await RunAsync(command));
    }

    [Fact]
    public async Task An_altered_audit_row_is_told_by_the_exit_code()
    {
        Assert.Equal(0, await RunAsync("audit", "check"));
        await SqliteTampering.AlterAuditAsync(data);
        Assert.Equal(1, await RunAsync("audit", "check"));
    }

    [Fact]
    public async Task A_row_of_the_outbox_that_was_held_back_is_sent_or_dropped_by_an_operator()
    {
        long[] ids = await HeldAsync(3);
        Assert.Equal(1, await RunAsync("outbox", "send", "all"));
        Assert.Equal(1, await RunAsync("outbox", "send", "4711"));
        Assert.Equal(0, await RunAsync("outbox", "list", "--status", "held"));
        Assert.Equal(0, await RunAsync("outbox", "send", $"{ids[0]}"));
        Assert.Equal(1, await RunAsync("outbox", "send", $"{ids[0]}"));
        Assert.Equal(0, await RunAsync("outbox", "drop", "held"));
        await using ServiceProvider services = Settings.Services(["--Data:Directory", data]);
        IOutboxStore outbox = services.GetRequiredService<IOutboxStore>();
        Assert.Equal(ids[0], Assert.Single(await outbox.ListAsync(OutboxStatus.Due, 10, default)).Id);
        Assert.Equal(ids[1..].Reverse(), (await outbox.ListAsync(OutboxStatus.Dropped, 10, default)).Select(row => row.Id));
        AuditRecord[] told = [.. await services.GetRequiredService<IAuditLog>().ReadAsync(new AuditFilter(Actor: AuditEntry.Console), long.MaxValue, 2, default)];
        Assert.Equal([("outbox.drop", "Held"), ("outbox.send", $"{ids[0]}")], told.Select(record => (record.Entry.Action, record.Entry.Target)));
    }

    // As rows are that lay unsent when the database was copied.
    private async Task<long[]> HeldAsync(int rows)
    {
        await using ServiceProvider services = Settings.Services(["--Data:Directory", data]);
        NewMessage[] messages = [.. Enumerable.Range(0, rows).Select(_ => new NewMessage(Sender.Bot, "{}"u8.ToArray()))];
        await services.GetRequiredService<IConversationStore>().AppendAsync(
            new Append { ConversationId = "held", Opening = new Opening("test", null), Messages = messages, Outbox = [.. messages.Select((_, index) => new OutboxItem("elsewhere", index))] },
            default);
        await services.GetRequiredService<IInstallationStore>().HoldAsync(default);
        return [.. (await services.GetRequiredService<IOutboxStore>().ListAsync(OutboxStatus.Held, 10, default)).Select(row => row.Id).Order()];
    }

    private async Task<Customer?> FindAsync()
    {
        await using RunningService service = await RunningService.StartAsync(data);
        return await service.Get<ICustomerStore>().FindAsync(customer, default);
    }

    private Task<int> RunAsync(params string[] command) => CommandTree.RunAsync([.. command, "--Data:Directory", data]);
}
