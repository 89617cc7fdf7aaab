using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportBot.Commands;

namespace SupportBot.BotService.Tests.Commands;

/// <summary>What an operator can mend is told in words and ends with 1, never with a stack.</summary>
public sealed class CommandFailureTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("supportbot-failures").FullName;
    private readonly StringWriter told = new();
    private readonly TextWriter before = Console.Error;

    public CommandFailureTests() => Console.SetError(TextWriter.Synchronized(told));

    public void Dispose()
    {
        Console.SetError(before);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named_with_what_to_do()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string address = $"http://{other.LocalEndpoint}";
        await FailsAsync($"Failed to bind to address {address}: address already in use. End the program that listens there, or name another address with --urls.", "--urls", address);
    }

    [Theory]
    [InlineData("Invalid url: 'nonsense'", "--urls", "nonsense")]
    [InlineData("Articles:AnswerWhenSure is a percentage from 1 to 99.", "--Articles:AnswerWhenSure", "900")]
    [InlineData("'abc' at 'Articles:AnswerWhenSure'", "--Articles:AnswerWhenSure", "abc")]
    [InlineData("Data:Postgres is no connection string.", "--Data:Postgres", "nonsense")]
    [InlineData("The database of Data:Postgres cannot be used: ", "--Data:Postgres", "Host=127.0.0.1;Port=1", "--Data:PostgresWait", "00:00:00")]
    public Task A_setting_that_cannot_be_used_is_named(string words, params string[] settings) => FailsAsync(words, ["--urls", "http://127.0.0.1:0", .. settings]);

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_named()
    {
        string file = Path.Combine(data, "supportbot.db");
        await File.WriteAllTextAsync(file, "this is no database, and longer than the header of one would be: a hundred bytes, which are checked first of all");
        Assert.Equal(1, await CommandTree.RunAsync(["--Data:Directory", file]));
        Assert.Contains("Check that Data:Directory is a folder the service may write to", told.ToString(), StringComparison.Ordinal);
        await FailsAsync($"The database {file} cannot be used: SQLite Error 26: 'file is not a database'.");
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named()
    {
        string missing = Path.Combine(data, "missing");
        await FailsAsync($"File does not exist: '{missing}'.", "knowledge", "eval", "--train", missing, "--test", missing);
        await FailsAsync($"'{missing}/copy.db.unfinished'", "backup", $"{missing}/copy.db");
        await FailsAsync($"'{missing}/articles.csv'", "export", "articles", $"{missing}/articles.csv");
        await FailsAsync($"'{data}'", "import", "products", data);
        string specification = Path.Combine(data, "Number.json");
        await File.WriteAllTextAsync(specification, "[");
        Assert.Equal(1, await CommandTree.RunAsync(["recognize", "eval", "--specs", data]));
        Assert.Contains($"{specification} is no JSON: ", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_told_with_those_there_are()
    {
        Assert.Equal(0, await CommandTree.RunAsync(["outbox", "list", "--Data:Directory", data, "--Data:Postgress", "Host=db", "--DirectLine:Secrets:0", "known"]));
        Assert.Contains("Data:Postgress is no setting, and nothing reads it. There are Data:Directory, Data:MaxQueuedWrites, Data:Postgres, ", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secrets", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_that_fails_ends_the_service_with_its_failure()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddHostedService<Failing>();
        await using WebApplication app = builder.Build();
        Assert.Equal("as a loop fails", (await Assert.ThrowsAsync<InvalidOperationException>(() => ServeCommand.UntilStoppedAsync(app))).Message);
    }

    private async Task FailsAsync(string words, params string[] command)
    {
        Assert.Equal(1, await CommandTree.RunAsync([.. command, "--Data:Directory", data]));
        Assert.Contains(words, told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.ToString(), StringComparison.Ordinal);
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(10, stoppingToken);
            throw new InvalidOperationException("as a loop fails");
        }
    }
}
