using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Commands;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Operation.Installation;
using SupportBot.Outreach.Reminders;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>A whole installation on the move: between databases, into backups and back.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-installation").FullName;

    [Fact]
    public async Task An_installation_goes_from_SQLite_to_PostgreSQL_and_back_with_equal_counts_and_digests()
    {
        await LiveAsync(In("first"));
        ArchiveReport first = await ExportAsync(Settings.Services(In("first")), "first.jsonl");
        string[] postgres = [.. In("second"), "--Data:Postgres", await PostgresServer.CreateAsync()];
        ArchiveReport second = await ImportAsync(Settings.Services(postgres), "first.jsonl");
        await ExportAsync(Settings.Services(postgres), "second.jsonl.gz");
        ArchiveReport third = await ImportAsync(Settings.Services(In("third")), "second.jsonl.gz");
        Assert.Equal(first.Tables, second.Tables);
        Assert.Equal(first.Tables, third.Tables);
        Assert.All((string[])["conversation", "message", "staff", "audit", "outbox", "setting", "reminder"], table => Assert.NotEqual(0, first.Tables.Single(report => report.Table == table).Rows));

        await using RunningService moved = await RunningService.StartAsync(Path.Combine(directory, "second"), [.. postgres, "--DirectLine:Secrets:0", "test-secret-of-the-store"]);
        Visitor visitor = await moved.VisitAsync();
        await visitor.AskAsync("return policy please");
    }

    [Fact]
    public async Task An_import_into_a_database_in_use_is_refused()
    {
        await LiveAsync(In("first"));
        await ExportAsync(Settings.Services(In("first")), "first.jsonl");
        InvalidDataException refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(Settings.Services(In("first")), "first.jsonl"));
        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_archive_that_was_cut_off_or_changed_nothing_is_kept(bool cutOff)
    {
        await LiveAsync(In("first"));
        await ExportAsync(Settings.Services(In("first")), "first.jsonl");
        string archive = Path.Combine(directory, "first.jsonl");
        string text = await File.ReadAllTextAsync(archive);
        await File.WriteAllTextAsync(archive, cutOff ? text[..text.IndexOf("{\"tables\":", StringComparison.Ordinal)] : text.Replace("\"msteams\"", "\"msteamz\"", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(Settings.Services(In("second")), "first.jsonl"));
        await using ServiceProvider target = Settings.Services(In("second"));
        Assert.True(await target.GetRequiredService<IInstallationStore>().ReadAsync(tables => tables.IsEmptyAsync(default), default));
    }

    [Fact]
    public async Task A_backup_made_while_the_service_writes_sends_nothing_when_it_is_put_back()
    {
        await LiveAsync(In("first"));
        string backup = Path.Combine(directory, "backup.db");
        await using (ServiceProvider first = Settings.Services(In("first")))
        {
            Assert.True(await first.GetRequiredService<IInstallationStore>().BackUpAsync(backup, default));
            Assert.NotEmpty(await first.GetRequiredService<IOutboxStore>().ListAsync(OutboxStatus.Due, 10, default));
        }

        await using ServiceProvider second = Settings.Services(In("second"));
        Assert.True(await second.GetRequiredService<IInstallationStore>().PutBackAsync(backup, default));
        await SendsNothingAsync(second);
    }

    [Fact]
    public async Task A_database_copied_by_hand_is_noticed_at_its_start()
    {
        await LiveAsync(In("first"));
        Directory.CreateDirectory(Path.Combine(directory, "second"));
        foreach (string file in Directory.GetFiles(Path.Combine(directory, "first"), "supportbot.db*"))
        {
            File.Copy(file, Path.Combine(directory, "second", Path.GetFileName(file)));
        }

        await using RunningService second = await RunningService.StartAsync(Path.Combine(directory, "second"));
        Assert.NotEmpty(await second.Get<IOutboxStore>().ListAsync(OutboxStatus.Held, 10, default));
        Assert.Empty(await second.Get<IOutboxStore>().ListAsync(OutboxStatus.Due, 10, default));
    }

    [Fact]
    public async Task A_folder_that_was_moved_goes_on()
    {
        await LiveAsync(In("first"));
        Directory.Move(Path.Combine(directory, "first"), Path.Combine(directory, "second"));
        await using ServiceProvider moved = Settings.Services(In("second"));
        Assert.False(await moved.GetRequiredService<IInstallationStore>().HasComeBackAsync(default));
        Assert.NotEmpty(await moved.GetRequiredService<IOutboxStore>().ListAsync(OutboxStatus.Due, 10, default));
    }

    [Fact]
    public async Task A_dump_loaded_into_another_PostgreSQL_database_is_noticed()
    {
        string original = await PostgresServer.CreateAsync();
        await using (ServiceProvider first = Settings.Services(["--Data:Postgres", original, .. In("first")]))
        {
            Assert.False(await first.GetRequiredService<IInstallationStore>().HasComeBackAsync(default));
            Assert.False(await first.GetRequiredService<IInstallationStore>().HasComeBackAsync(default));
        }

        string copy = await PostgresServer.CopyAsync(original);
        await using ServiceProvider second = Settings.Services(["--Data:Postgres", copy, .. In("second")]);
        Assert.True(await second.GetRequiredService<IInstallationStore>().HasComeBackAsync(default));
        Assert.False(await second.GetRequiredService<IInstallationStore>().HasComeBackAsync(default));
    }

    [Fact]
    public async Task A_backup_is_not_put_in_the_place_of_a_database_in_use()
    {
        await LiveAsync(In("first"));
        string backup = Path.Combine(directory, "backup.db");
        await using RunningService running = await RunningService.StartAsync(Path.Combine(directory, "first"));
        await running.Get<IInstallationStore>().BackUpAsync(backup, default);
        InvalidDataException refusal = await Assert.ThrowsAsync<InvalidDataException>(() => running.Get<IInstallationStore>().PutBackAsync(backup, default));
        Assert.Contains("Stop the service", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string[] In(string name) => ["--Data:Directory", Path.Combine(directory, name)];

    // Conversations, a member of staff, something unsent, a reminder that falls due, and a turn left pending in a channel outside.
    private static async Task LiveAsync(string[] settings)
    {
        await using RunningService service = await RunningService.StartAsync(settings[1], "--Outbox:Interval", "00:10:00");
        Visitor visitor = await service.VisitAsync();
        await visitor.AskAsync("return policy please");
        IConversationStore store = service.Get<IConversationStore>();
        NewMessage said = new(Sender.Bot, System.Text.Encoding.UTF8.GetBytes("{\"type\":\"message\"}"));
        await store.AppendAsync(new Append { ConversationId = visitor.ConversationId, Messages = [said], Outbox = [new OutboxItem("elsewhere", 0)] }, default);
        await store.AppendAsync(new Append { ConversationId = "msteams:1", Opening = new Opening("msteams", "u"), Messages = [said with { TurnPending = true, Sender = Sender.Shopper }] }, default);
        await service.Get<IReminderStore>().SetAsync(new ReminderRow(visitor.ConversationId, "R1", DateTimeOffset.UnixEpoch.AddYears(40), "call", "en"), default);
    }

    private async Task<ArchiveReport> ExportAsync(ServiceProvider services, string file)
    {
        await using (services)
        {
            return await Archive(services).ExportAsync(Path.Combine(directory, file), default);
        }
    }

    private async Task<ArchiveReport> ImportAsync(ServiceProvider services, string file)
    {
        await using (services)
        {
            return await Archive(services).ImportAsync(Path.Combine(directory, file), default);
        }
    }

    private static async Task SendsNothingAsync(ServiceProvider services)
    {
        Assert.Empty(await services.GetRequiredService<IOutboxStore>().ListAsync(OutboxStatus.Due, 10, default));
        Assert.NotEmpty(await services.GetRequiredService<IOutboxStore>().ListAsync(OutboxStatus.Held, 10, default));
        Assert.Empty(await services.GetRequiredService<IReminderStore>().ClaimDueAsync(10, TimeSpan.FromMinutes(1), default));
    }

    private static InstallationArchive Archive(ServiceProvider services) => ActivatorUtilities.CreateInstance<InstallationArchive>(services);
}
